Feature: Requests reach classic load balancers encrypted
  A classic load balancer speaks HTTPS or SSL with clients, or hands on what everybody on the way can read and
  change.

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

  Scenario: HTTPS and SSL
    When the policy SPILE-ELB-008 is evaluated
    Then the verdict for Old is pass

  Scenario Outline: Other protocols
    Given `Old.Properties.Listeners[<n>].Protocol` is set to `<protocol>`
    When the policy SPILE-ELB-008 is evaluated
    Then the verdict for Old is fail
    And the severity for Old is high
    And the finding for Old is at `Old.Properties.Listeners[<n>].Protocol`
    And the message for Old is "Old listens by <protocol>, which everybody on the way can read and change"
    And Old passes once `Old.Properties.Listeners[<n>].Protocol` is set to `HTTPS`

    Examples:
      | n | protocol |
      | 0 | HTTP     |
      | 1 | TCP      |

  Scenario: Small letters are the same protocol
    Given `Old.Properties.Listeners[0].Protocol` is set to `https`
    When the policy SPILE-ELB-008 is evaluated
    Then the verdict for Old is pass

  Scenario: Somebody decides when the stack is made
    Given `Old.Properties.Listeners[0].Protocol` is unknown
    When the policy SPILE-ELB-008 is evaluated
    Then the verdict for Old is unknown

  Scenario: A template without classic load balancers
    Given `Old` is removed
    When the policy SPILE-ELB-008 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        listener: [{lb_port: 443, instance_port: 80, instance_protocol: http, lb_protocol: https}]
      """
    When the policy SPILE-ELB-008 is evaluated
    Then the verdict for aws_elb.old is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        listener: [{lb_port: 443, instance_port: 80, instance_protocol: http, lb_protocol: http}]
      """
    When the policy SPILE-ELB-008 is evaluated
    Then the verdict for aws_elb.old is fail
