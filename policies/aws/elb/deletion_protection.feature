Feature: Load balancers refuse to be deleted
  A load balancer that is deleted takes its address with it, and nobody reaches the service.

  Background:
    Given the template:
      """yaml
      Resources:
        Front:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            Subnets: [subnet-1, subnet-2]
            LoadBalancerAttributes:
              - {Key: idle_timeout.timeout_seconds, Value: "60"}
              - {Key: deletion_protection.enabled, Value: "true"}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: It is on
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is set to <value>
    When the policy SPILE-ELB-012 is evaluated
    Then the verdict for Front is pass

    Examples:
      | value    |
      | `"true"` |
      | `true`   |

  Scenario Outline: It is off
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is set to <value>
    When the policy SPILE-ELB-012 is evaluated
    Then the verdict for Front is fail
    And the severity for Front is low
    And the message for Front is "one wrong call deletes Front"
    And Front passes once `Front.Properties.LoadBalancerAttributes[1].Value` is set to `"true"`

    Examples:
      | value     |
      | `"false"` |
      | `false`   |

  Scenario Outline: It is not mentioned
    Given `<what>` is removed
    When the policy SPILE-ELB-012 is evaluated
    Then the verdict for Front is fail

    Examples:
      | what                                       |
      | Front.Properties.LoadBalancerAttributes    |
      | Front.Properties.LoadBalancerAttributes[1] |

  Scenario: Another attribute that is on does not help
    Given `Front.Properties.LoadBalancerAttributes[1].Key` is set to `routing.http2.enabled`
    When the policy SPILE-ELB-012 is evaluated
    Then the verdict for Front is fail

  Scenario: Somebody decides when the stack is made
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is unknown
    When the policy SPILE-ELB-012 is evaluated
    Then the verdict for Front is unknown

  Scenario: A template without load balancers
    Given `Front` is removed
    When the policy SPILE-ELB-012 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        enable_deletion_protection: true
      """
    When the policy SPILE-ELB-012 is evaluated
    Then the verdict for aws_lb.front is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        enable_deletion_protection: false
      """
    When the policy SPILE-ELB-012 is evaluated
    Then the verdict for aws_lb.front is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        enable_deletion_protection: !unknown
      """
    When the policy SPILE-ELB-012 is evaluated
    Then the verdict for aws_lb.front is unknown
