Feature: Listeners speak TLS 1.2 or later
  Versions of TLS before 1.2 have holes that everybody knows. Which versions a listener takes is said by its
  security policy; the one that AWS takes where none is named still takes 1.0.

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

  Scenario Outline: Policies of TLS 1.2 and later
    Given `Door.Properties.SslPolicy` is set to <policy>
    And `Door.Properties.Protocol` is set to <protocol>
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for Door is pass

    Examples:
      | policy                                 | protocol |
      | `ELBSecurityPolicy-TLS13-1-2-2021-06`  | `HTTPS`  |
      | `ELBSecurityPolicy-FS-1-2-Res-2020-10` | `TLS`    |
      | `ELBSecurityPolicy-TLS-1-2-2017-01`    | `HTTPS`  |
      | `ELBSecurityPolicy-TLS13-1-3-2021-06`  | `TLS`    |

  Scenario Outline: Policies that take older versions
    Given `Door.Properties.SslPolicy` is set to `<policy>`
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for Door is fail
    And the severity for Door is high
    And the finding for Door is at `Door.Properties.SslPolicy`
    And the message for Door is "Door lets clients speak TLS 1.0 or 1.1, by <policy>"
    And Door passes once `Door.Properties.SslPolicy` is set to `ELBSecurityPolicy-TLS13-1-2-2021-06`

    Examples:
      | policy                              |
      | ELBSecurityPolicy-2015-05           |
      | ELBSecurityPolicy-2016-08           |
      | ELBSecurityPolicy-FS-2018-06        |
      | ELBSecurityPolicy-FS-1-1-2019-08    |
      | ELBSecurityPolicy-TLS-1-0-2015-04   |
      | ELBSecurityPolicy-TLS-1-1-2017-01   |
      | ELBSecurityPolicy-TLS13-1-0-2021-06 |
      | ELBSecurityPolicy-TLS13-1-1-2021-06 |

  Scenario Outline: No policy is named
    Given `Door.Properties.Protocol` is set to <protocol>
    And `Door.Properties.SslPolicy` is removed
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for Door is fail
    And the finding for Door is at `Door.Properties`

    Examples:
      | protocol |
      | `HTTPS`  |
      | `TLS`    |

  Scenario Outline: Listeners that do not speak TLS
    Given `Door.Properties.Protocol` is set to <protocol>
    And `Door.Properties.SslPolicy` is removed
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for Door is not applicable

    Examples:
      | protocol |
      | `HTTP`   |
      | `TCP`    |
      | `UDP`    |

  Scenario: Somebody decides when the stack is made
    Given `Door.Properties.SslPolicy` is unknown
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for Door is unknown

  Scenario: Even the protocol may be open
    Given `Door.Properties.SslPolicy` is removed
    And `Door.Properties.Protocol` is unknown
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for Door is unknown

  Scenario: A template without listeners
    Given `Door` is removed
    When the policy SPILE-ELB-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 443
        protocol: HTTPS
        ssl_policy: ELBSecurityPolicy-TLS13-1-2-2021-06
      """
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for aws_lb_listener.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 443
        protocol: HTTPS
        ssl_policy: ELBSecurityPolicy-2016-08
      """
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for aws_lb_listener.web is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 443
        protocol: HTTPS
        ssl_policy: !unknown
      """
    When the policy SPILE-ELB-003 is evaluated
    Then the verdict for aws_lb_listener.web is unknown
