Feature: Certificates of classic load balancers are kept by AWS Certificate Manager
  Certificates of AWS Certificate Manager are renewed before they end. Those that somebody uploads end when that
  person is on holiday.

  Background:
    Given the template:
      """yaml
      Resources:
        Old:
          Type: AWS::ElasticLoadBalancing::LoadBalancer
          Properties:
            AvailabilityZones: [eu-west-1a]
            CrossZone: true
            AccessLoggingPolicy: {Enabled: true, S3BucketName: logs}
            Listeners:
              - LoadBalancerPort: "443"
                InstancePort: "8443"
                Protocol: HTTPS
                InstanceProtocol: HTTPS
                SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000001
                PolicyNames: [modern]
              - LoadBalancerPort: "465"
                InstancePort: "465"
                Protocol: SSL
                SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000001
                PolicyNames: [sticky, modern]
            Policies:
              - PolicyName: modern
                PolicyType: SSLNegotiationPolicyType
                Attributes: [{Name: Reference-Security-Policy, Value: ELBSecurityPolicy-TLS-1-2-2017-01}]
              - PolicyName: sticky
                PolicyType: LBCookieStickinessPolicyType
                Attributes: [{Name: CookieExpirationPeriod, Value: "60"}]
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Certificates of AWS Certificate Manager
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for Old is pass

  Scenario: One that the template makes
    Given `Resources.Certificate` is set to `{Type: AWS::CertificateManager::Certificate, Properties: {DomainName: example.com}}`
    And `Old.Properties.Listeners[0].SSLCertificateId` is set to `!Ref Certificate`
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for Old is pass

  Scenario Outline: An uploaded one
    Given `Old.Properties.Listeners[<n>].SSLCertificateId` is set to `arn:aws:iam::111122223333:server-certificate/web`
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for Old is fail
    And the severity for Old is medium
    And the finding for Old is at `Old.Properties.Listeners[<n>].SSLCertificateId`
    And the message for Old is "the certificate of a listener of Old is none of AWS Certificate Manager"

    Examples:
      | n |
      | 0 |
      | 1 |

  Scenario: None at all
    Given `Old.Properties.Listeners[0].SSLCertificateId` is removed
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for Old is fail

  Scenario: Listeners that do not speak TLS need none
    Given `Old.Properties.Listeners[0]` is set to `{LoadBalancerPort: "80", InstancePort: "80", Protocol: HTTP}`
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for Old is pass

  Scenario: Somebody gives the certificate when the stack is made
    Given `Old.Properties.Listeners[0].SSLCertificateId` is unknown
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for Old is unknown

  Scenario: Even the protocol may be open
    Given `Old.Properties.Listeners[0].SSLCertificateId` is removed
    And `Old.Properties.Listeners[0].Protocol` is unknown
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for Old is unknown

  Scenario: A template without classic load balancers
    Given `Old` is removed
    When the policy SPILE-ELB-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        listener: [{lb_port: 443, instance_port: 80, instance_protocol: http, lb_protocol: https, ssl_certificate_id: arn:aws:acm:eu-west-1:111122223333:certificate/1}]
      """
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for aws_elb.old is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        listener: [{lb_port: 443, instance_port: 80, instance_protocol: http, lb_protocol: https, ssl_certificate_id: arn:aws:iam::111122223333:server-certificate/old}]
      """
    When the policy SPILE-ELB-007 is evaluated
    Then the verdict for aws_elb.old is fail
