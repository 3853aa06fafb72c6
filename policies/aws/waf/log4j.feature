Feature: Web ACLs block lookups of Log4j
  A line in a log was enough to run foreign code in programs with an old Log4j. AWS keeps a group of rules that
  blocks such requests.

  Background:
    Given the template:
      """yaml
      Resources:
        Shield:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: {Allow: {}}
            VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: shield}
            Rules:
              - Name: bad-inputs
                Priority: 1
                OverrideAction: {None: {}}
                VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: bad}
                Statement:
                  ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: The group of rules blocks
    When the policy SPILE-WAF-002 is evaluated
    Then the verdict for Shield is pass

  Scenario Outline: It blocks less, or only counts
    Given `Shield.Properties.Rules[0].<where>` is set to <value>
    When the policy SPILE-WAF-002 is evaluated
    Then the verdict for Shield is fail
    And the severity for Shield is high
    And the message for Shield is "Shield does not block requests that make Log4j run foreign code (CVE-2021-44228)"

    Examples:
      | where                                                   | value                                               |
      | OverrideAction                                          | `{Count: {}}`                                       |
      | Statement.ManagedRuleGroupStatement.ExcludedRules       | `[{Name: Log4JRCE}]`                                |
      | Statement.ManagedRuleGroupStatement.Name                | `AWSManagedRulesCommonRuleSet`                      |
      | Statement.ManagedRuleGroupStatement.RuleActionOverrides | `[{Name: Log4JRCE_BODY, ActionToUse: {Count: {}}}]` |

  Scenario: Other rules of the group may be left out
    Given `Shield.Properties.Rules[0].Statement.ManagedRuleGroupStatement.ExcludedRules` is set to `[{Name: PROPFIND_METHOD}]`
    When the policy SPILE-WAF-002 is evaluated
    Then the verdict for Shield is pass

  Scenario Outline: There is no rule of the kind
    Given `Shield.Properties.<what>` is removed
    When the policy SPILE-WAF-002 is evaluated
    Then the verdict for Shield is fail

    Examples:
      | what     |
      | Rules[0] |
      | Rules    |

  Scenario: Rules come from elsewhere
    Given `Shield.Properties.Rules` is unknown
    When the policy SPILE-WAF-002 is evaluated
    Then the verdict for Shield is unknown

  Scenario: A template without web ACLs
    Given `Shield` is removed
    When the policy SPILE-WAF-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_wafv2_web_acl.w:
        name: w
        rule:
          - name: inputs
            override_action: [{none: [{}]}]
            statement: [{managed_rule_group_statement: [{name: AWSManagedRulesKnownBadInputsRuleSet, vendor_name: AWS}]}]
      """
    When the policy SPILE-WAF-002 is evaluated
    Then the verdict for aws_wafv2_web_acl.w is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_wafv2_web_acl.w:
        name: w
        rule:
          - name: inputs
            override_action: [{count: [{}]}]
            statement: [{managed_rule_group_statement: [{name: AWSManagedRulesKnownBadInputsRuleSet, vendor_name: AWS}]}]
      """
    When the policy SPILE-WAF-002 is evaluated
    Then the verdict for aws_wafv2_web_acl.w is fail
