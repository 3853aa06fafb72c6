Feature: Certificates of listeners are kept by AWS Certificate Manager
  Certificates of AWS Certificate Manager are renewed before they end. Those that somebody uploads end when that
  person is on holiday.

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

  Scenario: A certificate of AWS Certificate Manager
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is pass

  Scenario: One that the template makes
    Given `Resources.Certificate` is set to `{Type: AWS::CertificateManager::Certificate, Properties: {DomainName: example.com}}`
    And `Door.Properties.Certificates[0].CertificateArn` is set to `!Ref Certificate`
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is pass

  Scenario: An uploaded one
    Given `Door.Properties.Certificates[0].CertificateArn` is set to `arn:aws:iam::111122223333:server-certificate/web`
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is fail
    And the severity for Door is medium
    And the finding for Door is at `Door.Properties.Certificates[0].CertificateArn`
    And the message for Door is "a certificate of Door is none of AWS Certificate Manager, so nobody renews it"

  Scenario: The first is fine, and the second is not
    Given `Door.Properties.Certificates[1]` is set to `{CertificateArn: arn:aws:iam::111122223333:server-certificate/web}`
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is fail
    And the finding for Door is at `Door.Properties.Certificates[1].CertificateArn`

  Scenario Outline: None at all
    Given `Door.Properties.Certificates` is <edit>
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is fail
    And the message for Door is "Door names no certificate"

    Examples:
      | edit        |
      | removed     |
      | set to `[]` |

  Scenario: Listeners that do not speak TLS
    Given `Door.Properties.Protocol` is set to `TCP`
    And `Door.Properties.Certificates` is removed
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is not applicable

  Scenario: Somebody gives the certificate when the stack is made
    Given `Door.Properties.Certificates[0].CertificateArn` is unknown
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is unknown

  Scenario: Even the list may be open
    Given `Door.Properties.Certificates` is unknown
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is unknown

  Scenario: Even the protocol may be open
    Given `Door.Properties.Certificates` is removed
    And `Door.Properties.Protocol` is unknown
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for Door is unknown

  Scenario: A template without listeners
    Given `Door` is removed
    When the policy SPILE-ELB-006 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 443
        protocol: HTTPS
        certificate_arn: !ref aws_acm_certificate.c.arn
      aws_acm_certificate.c:
        domain_name: shop.example
      """
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for aws_lb_listener.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 443
        protocol: HTTPS
        certificate_arn: arn:aws:iam::111122223333:server-certificate/old
      """
    When the policy SPILE-ELB-006 is evaluated
    Then the verdict for aws_lb_listener.web is fail
