Feature: Application load balancers drop header fields that HTTP does not know
  Header fields that HTTP does not know are read by one program and overlooked by the next; by such differences
  requests are smuggled.

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
              - {Key: routing.http.drop_invalid_header_fields.enabled, Value: "true"}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: It is on
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is set to <value>
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is pass

    Examples:
      | value    |
      | `"true"` |
      | `true`   |

  Scenario Outline: It is off
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is set to <value>
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is fail
    And the severity for Front is medium
    And the message for Front is "Front hands on header fields by which requests can be smuggled"
    And Front passes once `Front.Properties.LoadBalancerAttributes[1].Value` is set to `"true"`

    Examples:
      | value     |
      | `"false"` |
      | `false`   |

  Scenario Outline: It is not mentioned
    Given `<what>` is removed
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is fail

    Examples:
      | what                                       |
      | Front.Properties.LoadBalancerAttributes    |
      | Front.Properties.LoadBalancerAttributes[1] |

  Scenario: Another attribute that is on does not help
    Given `Front.Properties.LoadBalancerAttributes[1].Key` is set to `routing.http2.enabled`
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is fail

  Scenario: Somebody decides when the stack is made
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is unknown
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is unknown

  Scenario: Even the kind may be open
    Given `Front.Properties.LoadBalancerAttributes` is removed
    And `Front.Properties.Type` is unknown
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is unknown

  Scenario: An application load balancer may say that it is one
    Given `Front.Properties.Type` is set to `application`
    And `Front.Properties.LoadBalancerAttributes` is removed
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is fail

  Scenario: A network load balancer reads no header
    Given `Front.Properties.Type` is set to `network`
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is not applicable

  Scenario: Nor does a gateway load balancer
    Given `Front.Properties.Type` is set to `gateway`
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for Front is not applicable

  Scenario: A template without load balancers
    Given `Front` is removed
    When the policy SPILE-ELB-013 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        load_balancer_type: application
        drop_invalid_header_fields: true
      """
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for aws_lb.front is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        load_balancer_type: application
        drop_invalid_header_fields: false
      """
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for aws_lb.front is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        load_balancer_type: application
        drop_invalid_header_fields: !unknown
      """
    When the policy SPILE-ELB-013 is evaluated
    Then the verdict for aws_lb.front is unknown
