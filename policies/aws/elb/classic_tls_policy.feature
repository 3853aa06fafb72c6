Feature: Listeners of classic load balancers follow a policy of TLS 1.2
  Which versions of TLS a classic load balancer takes is said by a policy, which it writes down and each listener
  names.

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

  Scenario: Each listener names the policy
    When the policy SPILE-ELB-009 is evaluated
    Then the verdict for Old is pass

  Scenario Outline: A listener names another one, or none
    Given `Old.Properties.Listeners[<n>].PolicyNames` is <edit>
    When the policy SPILE-ELB-009 is evaluated
    Then the verdict for Old is fail
    And the severity for Old is medium
    And the message for Old is "a listener of Old does not follow ELBSecurityPolicy-TLS-1-2-2017-01"

    Examples:
      | n | edit              |
      | 0 | set to `[sticky]` |
      | 1 | set to `[]`       |
      | 1 | removed           |

  Scenario: The place is the first policy that is named
    Given `Old.Properties.Listeners[0].PolicyNames` is set to `[sticky]`
    When the policy SPILE-ELB-009 is evaluated
    Then the finding for Old is at `Old.Properties.Listeners[0].PolicyNames[0]`
    And Old passes once `Old.Properties.Listeners[0].PolicyNames` is set to `[modern]`

  Scenario Outline: The policy is not the one that is wanted
    Given `Old.Properties.Policies[0].<what>` is set to <value>
    When the policy SPILE-ELB-009 is evaluated
    Then the verdict for Old is fail

    Examples:
      | what                | value                          |
      | Attributes[0].Value | `ELBSecurityPolicy-2016-08`    |
      | Attributes[0].Name  | `Server-Defined-Cipher-Order`  |
      | PolicyType          | `LBCookieStickinessPolicyType` |
      | PolicyName          | `other`                        |

  Scenario: Listeners that do not speak TLS follow none
    Given `Old.Properties.Listeners` is set to `[{LoadBalancerPort: "80", InstancePort: "80", Protocol: HTTP}]`
    When the policy SPILE-ELB-009 is evaluated
    Then the verdict for Old is pass

  Scenario Outline: Somebody decides when the stack is made
    Given `<what>` is unknown
    When the policy SPILE-ELB-009 is evaluated
    Then the verdict for Old is unknown

    Examples:
      | what                                           |
      | Old.Properties.Policies[0].Attributes[0].Value |
      | Old.Properties.Listeners[0].PolicyNames        |

  Scenario: Even the protocol may be open
    Given `Old.Properties.Listeners[0].PolicyNames` is removed
    And `Old.Properties.Listeners[0].Protocol` is unknown
    When the policy SPILE-ELB-009 is evaluated
    Then the verdict for Old is unknown

  Scenario: A template without classic load balancers
    Given `Old` is removed
    When the policy SPILE-ELB-009 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        listener: [{lb_port: 443, instance_port: 80, instance_protocol: http, lb_protocol: https}]
      aws_load_balancer_policy.p:
        load_balancer_name: !ref aws_elb.old.name
        policy_name: p
        policy_type_name: SSLNegotiationPolicyType
        policy_attribute: [{name: Reference-Security-Policy, value: ELBSecurityPolicy-TLS-1-2-2017-01}]
      aws_load_balancer_listener_policy.l:
        load_balancer_name: !ref aws_elb.old.name
        load_balancer_port: 443
        policy_names: [p]
      """
    When the policy SPILE-ELB-009 is evaluated
    Then the verdict for aws_elb.old is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elb.old:
        name: old
        listener: [{lb_port: 443, instance_port: 80, instance_protocol: http, lb_protocol: https}]
      aws_load_balancer_policy.p:
        load_balancer_name: !ref aws_elb.old.name
        policy_name: p
        policy_type_name: SSLNegotiationPolicyType
        policy_attribute: [{name: Reference-Security-Policy, value: ELBSecurityPolicy-2015-05}]
      aws_load_balancer_listener_policy.l:
        load_balancer_name: !ref aws_elb.old.name
        load_balancer_port: 443
        policy_names: [p]
      """
    When the policy SPILE-ELB-009 is evaluated
    Then the verdict for aws_elb.old is fail
