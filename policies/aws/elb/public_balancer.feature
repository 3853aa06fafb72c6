Feature: Load balancers are internal
  A load balancer stands on the internet, unless it is told to stay inside. For most of them inside is enough.

  Background:
    Given the template:
      """yaml
      Resources:
        Front:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            Scheme: internal
            Subnets: [subnet-1, subnet-2]
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: It stays inside
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for Front is pass

  Scenario: It is on the internet
    Given `Front.Properties.Scheme` is set to `internet-facing`
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for Front is fail
    And the severity for Front is low
    And the finding for Front is at `Front.Properties.Scheme`
    And the message for Front is "Front has addresses on the internet"
    And Front passes once `Front.Properties.Scheme` is set to `internal`

  Scenario: Nothing is said, so it is on the internet
    Given `Front.Properties.Scheme` is removed
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for Front is fail
    And the finding for Front is at `Front.Properties`
    And the message for Front is "Front has addresses on the internet"

  Scenario: Somebody decides when the stack is made
    Given `Front.Properties.Scheme` is unknown
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for Front is unknown

  Scenario: Even the kind may be open
    Given `Front.Properties.Scheme` is removed
    And `Front.Properties.Type` is unknown
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for Front is unknown

  Scenario: A gateway load balancer is for the network itself
    Given `Front.Properties.Type` is set to `gateway`
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for Front is not applicable

  Scenario: A template without load balancers
    Given `Front` is removed
    When the policy SPILE-ELB-014 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        internal: true
      """
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for aws_lb.front is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        internal: false
      """
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for aws_lb.front is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        internal: !unknown
      """
    When the policy SPILE-ELB-014 is evaluated
    Then the verdict for aws_lb.front is unknown
