Feature: Web ACLs refuse what no rule is about
  A web ACL of the first version says what becomes of requests that no rule is about. Letting them through makes
  it a list of what somebody has thought of.

  Background:
    Given the template:
      """yaml
      Resources:
        Shield:
          Type: AWS::WAF::WebACL
          Properties:
            Name: shield
            MetricName: shield
            DefaultAction: {Type: BLOCK}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: They are refused, or counted
    Given `Shield.Properties.DefaultAction.Type` is set to <action>
    When the policy SPILE-WAF-001 is evaluated
    Then the verdict for Shield is pass

    Examples:
      | action  |
      | `BLOCK` |
      | `COUNT` |

  Scenario Outline: They are let through
    Given `Shield.Type` is set to <type>
    And `Shield.Properties.DefaultAction.Type` is set to `ALLOW`
    When the policy SPILE-WAF-001 is evaluated
    Then the verdict for Shield is fail
    And the severity for Shield is medium
    And the finding for Shield is at `Shield.Properties.DefaultAction.Type`
    And the message for Shield is "Shield lets through whatever no rule is about"
    And Shield passes once `Shield.Properties.DefaultAction.Type` is set to `BLOCK`

    Examples:
      | type                       |
      | `AWS::WAF::WebACL`         |
      | `AWS::WAFRegional::WebACL` |

  Scenario: Somebody decides when the stack is made
    Given `Shield.Properties.DefaultAction.Type` is unknown
    When the policy SPILE-WAF-001 is evaluated
    Then the verdict for Shield is unknown

  Scenario: A template without web ACLs
    Given `Shield` is removed
    When the policy SPILE-WAF-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_waf_web_acl.w:
        name: w
        default_action: [{type: BLOCK}]
      """
    When the policy SPILE-WAF-001 is evaluated
    Then the verdict for aws_waf_web_acl.w is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_waf_web_acl.w:
        name: w
        default_action: [{type: ALLOW}]
      """
    When the policy SPILE-WAF-001 is evaluated
    Then the verdict for aws_waf_web_acl.w is fail
