Feature: Classic load balancers keep access logs
  Who asked for what, and what came back, can be looked up afterwards when a load balancer writes its access log
  into a bucket.

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

  Scenario Outline: Logs are on
    Given `Old.Properties.AccessLoggingPolicy.Enabled` is set to <value>
    When the policy SPILE-ELB-002 is evaluated
    Then the verdict for Old is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: Logs are off
    Given `Old.Properties.AccessLoggingPolicy.Enabled` is set to `false`
    When the policy SPILE-ELB-002 is evaluated
    Then the verdict for Old is fail
    And the severity for Old is low
    And the finding for Old is at `Old.Properties.AccessLoggingPolicy.Enabled`
    And the message for Old is "Old keeps no record of requests"
    And Old passes once `Old.Properties.AccessLoggingPolicy.Enabled` is set to `true`

  Scenario: Logs are not mentioned
    Given `Old.Properties.AccessLoggingPolicy` is removed
    When the policy SPILE-ELB-002 is evaluated
    Then the verdict for Old is fail
    And the finding for Old is at `Old.Properties`
    And the message for Old is "Old keeps no record of requests"

  Scenario: Somebody decides when the stack is made
    Given `Old.Properties.AccessLoggingPolicy.Enabled` is unknown
    When the policy SPILE-ELB-002 is evaluated
    Then the verdict for Old is unknown

  Scenario: A template without classic load balancers
    Given `Old` is removed
    When the policy SPILE-ELB-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        access_logs: [{bucket: logs, enabled: true}]
      """
    When the policy SPILE-ELB-002 is evaluated
    Then the verdict for aws_elb.old is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
      """
    When the policy SPILE-ELB-002 is evaluated
    Then the verdict for aws_elb.old is fail
