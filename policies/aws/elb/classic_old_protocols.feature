Feature: Policies of classic load balancers turn on no SSL and no early TLS
  A policy of one's own turns versions on one by one. SSL, and TLS before 1.2, have holes that everybody knows.

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

  Scenario: A policy of AWS turns on none of them
    When the policy SPILE-ELB-010 is evaluated
    Then the verdict for Old is pass

  Scenario Outline: A version that is too old
    Given `Old.Properties.Policies[0].Attributes` is set to `[{Name: Protocol-TLSv1.2, Value: "true"}, {Name: <version>, Value: "true"}]`
    When the policy SPILE-ELB-010 is evaluated
    Then the verdict for Old is fail
    And the severity for Old is medium
    And the finding for Old is at `Old.Properties.Policies[0].Attributes[1].Name`
    And the message for Old is "Old turns on <version>"
    And Old passes once `Old.Properties.Policies[0].Attributes[1].Value` is set to `"false"`

    Examples:
      | version          |
      | Protocol-SSLv2   |
      | Protocol-SSLv3   |
      | Protocol-TLSv1   |
      | Protocol-TLSv1.1 |

  Scenario: Without policies
    Given `Old.Properties.Policies` is removed
    When the policy SPILE-ELB-010 is evaluated
    Then the verdict for Old is pass

  Scenario: Somebody decides when the stack is made
    Given `Old.Properties.Policies[0].Attributes` is set to `[{Name: Protocol-TLSv1, Value: "true"}]`
    And `Old.Properties.Policies[0].Attributes[0].Value` is unknown
    When the policy SPILE-ELB-010 is evaluated
    Then the verdict for Old is unknown

  Scenario: A template without classic load balancers
    Given `Old` is removed
    When the policy SPILE-ELB-010 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
      aws_lb_ssl_negotiation_policy.n:
        name: n
        load_balancer: !ref aws_elb.old.id
        lb_port: 443
        attribute: [{name: Protocol-TLSv1, value: "false"}]
      """
    When the policy SPILE-ELB-010 is evaluated
    Then the verdict for aws_elb.old is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
      aws_lb_ssl_negotiation_policy.n:
        name: n
        load_balancer: !ref aws_elb.old.id
        lb_port: 443
        attribute: [{name: Protocol-TLSv1, value: "true"}]
      """
    When the policy SPILE-ELB-010 is evaluated
    Then the verdict for aws_elb.old is fail
