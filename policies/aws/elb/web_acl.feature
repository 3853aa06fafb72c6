Feature: Public application load balancers stand behind a web ACL
  What comes from the internet is looked at by a web ACL before it reaches the application.

  Background:
    Given the template:
      """yaml
      Resources:
        Front:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            Scheme: internet-facing
            Subnets: [subnet-1, subnet-2]
        Guard:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            ResourceArn: !Ref Front
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shield/1
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: An association names the load balancer
    Given `Guard.Type` is set to <type>
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for Front is pass

    Examples:
      | type                                  |
      | `AWS::WAFv2::WebACLAssociation`       |
      | `AWS::WAFRegional::WebACLAssociation` |

  Scenario: There is no association
    Given `Guard` is removed
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for Front is fail
    And the severity for Front is medium
    And the message for Front is "no web ACL looks at what reaches Front from the internet"

  Scenario: It is for another one
    Given `Guard.Properties.ResourceArn` is set to `!Ref Alarms`
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for Front is fail
    And Front passes once `Guard.Properties.ResourceArn` is set to `!Ref Front`

  Scenario: It is made in some stacks only
    Given `Conditions` is set to `{Guarded: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Guard.Condition` is set to `Guarded`
    When the policy SPILE-ELB-015 is evaluated
    Then Front fails when "Guarded is false"

  Scenario Outline: Nothing reaches it from the internet, or it reads no requests
    Given `Guard` is removed
    And `Front.Properties.<what>` is set to <value>
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for Front is not applicable

    Examples:
      | what   | value      |
      | Scheme | `internal` |
      | Type   | `network`  |

  Scenario Outline: Somebody decides when the stack is made whether it is public, and of which kind
    Given `Guard` is removed
    And `Front.Properties.<what>` is unknown
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for Front is unknown

    Examples:
      | what   |
      | Scheme |
      | Type   |

  Scenario: The association names its resource when the stack is made
    Given `Guard.Properties.ResourceArn` is unknown
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for Front is unknown

  Scenario: A template without load balancers
    Given `Front` is removed
    When the policy SPILE-ELB-015 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
      aws_wafv2_web_acl_association.a:
        resource_arn: !ref aws_lb.front.arn
        web_acl_arn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1
      """
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for aws_lb.front is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
      """
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for aws_lb.front is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_lb.front:
        name: front
        internal: true
      """
    When the policy SPILE-ELB-015 is evaluated
    Then the verdict for aws_lb.front is not applicable
