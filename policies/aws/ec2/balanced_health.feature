Feature: Auto Scaling groups behind a load balancer use its health checks
  A load balancer knows which machines answer. A group that does not ask it keeps machines that run, and serve
  nobody.

  Background:
    Given the template:
      """yaml
      Resources:
        Web:
          Type: AWS::AutoScaling::AutoScalingGroup
          Properties:
            MinSize: "1"
            MaxSize: "3"
            HealthCheckType: ELB
            TargetGroupARNs: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1]
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: The load balancer is asked
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for Web is pass

  Scenario: The machine alone is asked
    Given `Web.Properties.HealthCheckType` is set to `EC2`
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is low
    And the finding for Web is at `Web.Properties.HealthCheckType`
    And the message for Web is "Web keeps machines that its load balancer finds dead: its health check is EC2"
    And Web passes once `Web.Properties.HealthCheckType` is set to `ELB`

  Scenario: Nothing is said, and the machine alone is asked
    Given `Web.Properties.HealthCheckType` is removed
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for Web is fail
    And the finding for Web is at `Web.Properties`
    And the message for Web is "Web keeps machines that its load balancer finds dead: its health check is EC2"

  Scenario: Somebody decides when the stack is made
    Given `Web.Properties.HealthCheckType` is unknown
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for Web is unknown

  Scenario Outline: Other ways to stand behind a load balancer
    Given `Web.Properties.TargetGroupARNs` is removed
    And `Web.Properties.<what>` is set to <value>
    And `Web.Properties.HealthCheckType` is removed
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for Web is fail

    Examples:
      | what              | value                              |
      | LoadBalancerNames | `[old]`                            |
      | TrafficSources    | `[{Identifier: web, Type: elbv2}]` |

  Scenario: Load balancers are named when the stack is made
    Given `Web.Properties.TargetGroupARNs` is unknown
    And `Web.Properties.HealthCheckType` is set to `EC2`
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for Web is unknown

  Scenario: Without a load balancer nobody can be asked
    Given `Web.Properties.TargetGroupARNs` is removed
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for Web is not applicable

  Scenario: An empty list is none
    Given `Web.Properties.TargetGroupARNs` is set to `[]`
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for Web is not applicable

  Scenario: A template without groups
    Given `Web` is removed
    When the policy SPILE-EC2-035 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_autoscaling_group.g:
        name: g
        target_group_arns: [arn]
        health_check_type: ELB
      """
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for aws_autoscaling_group.g is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_autoscaling_group.g:
        name: g
        target_group_arns: [arn]
        health_check_type: EC2
      """
    When the policy SPILE-EC2-035 is evaluated
    Then the verdict for aws_autoscaling_group.g is fail
