Feature: Classic load balancers spread requests over zones
  Without cross-zone balancing, a zone with few machines gets as many requests as one with many.

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

  Scenario Outline: Requests are spread
    Given `Old.Properties.CrossZone` is set to <value>
    When the policy SPILE-ELB-011 is evaluated
    Then the verdict for Old is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: Requests stay in their zone
    Given `Old.Properties.CrossZone` is set to `false`
    When the policy SPILE-ELB-011 is evaluated
    Then the verdict for Old is fail
    And the severity for Old is low
    And the finding for Old is at `Old.Properties.CrossZone`
    And the message for Old is "Old sends requests to machines of the zone alone that they came in by"
    And Old passes once `Old.Properties.CrossZone` is set to `true`

  Scenario: Zones are not mentioned
    Given `Old.Properties.CrossZone` is removed
    When the policy SPILE-ELB-011 is evaluated
    Then the verdict for Old is fail
    And the finding for Old is at `Old.Properties`
    And the message for Old is "Old sends requests to machines of the zone alone that they came in by"

  Scenario: Somebody decides when the stack is made
    Given `Old.Properties.CrossZone` is unknown
    When the policy SPILE-ELB-011 is evaluated
    Then the verdict for Old is unknown

  Scenario: A template without classic load balancers
    Given `Old` is removed
    When the policy SPILE-ELB-011 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        cross_zone_load_balancing: true
      """
    When the policy SPILE-ELB-011 is evaluated
    Then the verdict for aws_elb.old is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        cross_zone_load_balancing: false
      """
    When the policy SPILE-ELB-011 is evaluated
    Then the verdict for aws_elb.old is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        cross_zone_load_balancing: !unknown
      """
    When the policy SPILE-ELB-011 is evaluated
    Then the verdict for aws_elb.old is unknown
