Feature: Listeners do not speak plain HTTP
  Even a redirect is a request in the clear: what a browser sends with it, cookies among it, can be read on the
  way.

  Background:
    Given the template:
      """yaml
      Resources:
        Door:
          Type: AWS::ElasticLoadBalancingV2::Listener
          Properties:
            LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/1
            Port: 443
            Protocol: HTTPS
            SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
            Certificates:
              - CertificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000001
            DefaultActions:
              - {Type: forward, TargetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Other protocols
    Given `Door.Properties.Protocol` is set to <protocol>
    When the policy SPILE-ELB-004 is evaluated
    Then the verdict for Door is pass

    Examples:
      | protocol  |
      | `HTTPS`   |
      | `TLS`     |
      | `TCP`     |
      | `TCP_UDP` |

  Scenario: Plain HTTP
    Given `Door.Properties.Protocol` is set to `HTTP`
    When the policy SPILE-ELB-004 is evaluated
    Then the verdict for Door is fail
    And the severity for Door is medium
    And the finding for Door is at `Door.Properties.Protocol`
    And the message for Door is "Door speaks plain HTTP, if only to redirect"
    And Door passes once `Door.Properties.Protocol` is set to `HTTPS`

  Scenario: A redirect is no excuse
    Given `Door.Properties.Protocol` is set to `HTTP`
    And `Door.Properties.DefaultActions` is set to `[{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}]`
    When the policy SPILE-ELB-004 is evaluated
    Then the verdict for Door is fail

  Scenario: Gateway load balancers state no protocol
    Given `Door.Properties.Protocol` is removed
    When the policy SPILE-ELB-004 is evaluated
    Then the verdict for Door is pass

  Scenario: Somebody decides when the stack is made
    Given `Door.Properties.Protocol` is unknown
    When the policy SPILE-ELB-004 is evaluated
    Then the verdict for Door is unknown

  Scenario: A template without listeners
    Given `Door` is removed
    When the policy SPILE-ELB-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 443
        protocol: HTTPS
      """
    When the policy SPILE-ELB-004 is evaluated
    Then the verdict for aws_lb_listener.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 443
        protocol: HTTP
      """
    When the policy SPILE-ELB-004 is evaluated
    Then the verdict for aws_lb_listener.web is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 443
        protocol: !unknown
      """
    When the policy SPILE-ELB-004 is evaluated
    Then the verdict for aws_lb_listener.web is unknown
