Feature: Load balancers keep access logs
  Who asked for what, and what came back, can be looked up afterwards when a load balancer writes its access log
  into a bucket.

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
              - {Key: access_logs.s3.enabled, Value: "true"}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: It is on
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is set to <value>
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for Front is pass

    Examples:
      | value    |
      | `"true"` |
      | `true`   |

  Scenario Outline: It is off
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is set to <value>
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for Front is fail
    And the severity for Front is low
    And the message for Front is "Front keeps no record of requests"
    And Front passes once `Front.Properties.LoadBalancerAttributes[1].Value` is set to `"true"`

    Examples:
      | value     |
      | `"false"` |
      | `false`   |

  Scenario Outline: It is not mentioned
    Given `<what>` is removed
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for Front is fail

    Examples:
      | what                                       |
      | Front.Properties.LoadBalancerAttributes    |
      | Front.Properties.LoadBalancerAttributes[1] |

  Scenario: Another attribute that is on does not help
    Given `Front.Properties.LoadBalancerAttributes[1].Key` is set to `routing.http2.enabled`
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for Front is fail

  Scenario: Somebody decides when the stack is made
    Given `Front.Properties.LoadBalancerAttributes[1].Value` is unknown
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for Front is unknown

  Scenario: Even the kind may be open
    Given `Front.Properties.LoadBalancerAttributes` is removed
    And `Front.Properties.Type` is unknown
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for Front is unknown

  Scenario: Network load balancers are asked, too
    Given `Front.Properties.Type` is set to `network`
    And `Front.Properties.LoadBalancerAttributes` is removed
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for Front is fail

  Scenario: A gateway load balancer has no access log
    Given `Front.Properties.Type` is set to `gateway`
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for Front is not applicable

  Scenario: A template without load balancers
    Given `Front` is removed
    When the policy SPILE-ELB-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        access_logs: [{enabled: true, bucket: logs}]
      """
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for aws_lb.front is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        access_logs: [{enabled: false, bucket: logs}]
      """
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for aws_lb.front is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        load_balancer_type: gateway
      """
    When the policy SPILE-ELB-001 is evaluated
    Then the verdict for aws_lb.front is not applicable
