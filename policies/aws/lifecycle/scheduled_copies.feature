Feature: Copies of snapshots in other regions are encrypted

  Background:
    Given the template:
      """yaml
      Resources:
        Keep:
          Type: AWS::DLM::LifecyclePolicy
          Properties:
            State: ENABLED
            PolicyDetails:
              Schedules:
                - Name: daily
                  CrossRegionCopyRules:
                    - {Target: us-east-1, Encrypted: true}
                - Name: weekly
                  CrossRegionCopyRules:
                    - {Target: us-east-1, Encrypted: true}
      """

  Scenario Outline: <case>
    Given `Keep.Properties.PolicyDetails.Schedules[1].CrossRegionCopyRules[0].Encrypted` is set to `<value>`
    When the policy SPILE-DLM-002 is evaluated
    Then the verdict for Keep is <verdict>

    Examples:
      | case                     | value   | verdict |
      | encrypted                | true    | pass    |
      | in clear text            | false   | fail    |
      | in clear text, as a text | "false" | fail    |

  Scenario: No copies
    Given `Keep.Properties.PolicyDetails.Schedules` is removed
    When the policy SPILE-DLM-002 is evaluated
    Then the verdict for Keep is pass

  Scenario: The finding says what is wrong, and where
    Given `Keep.Properties.PolicyDetails.Schedules[1].CrossRegionCopyRules[0].Encrypted` is set to `false`
    When the policy SPILE-DLM-002 is evaluated
    Then the finding for Keep is at `Keep.Properties.PolicyDetails.Schedules[1].CrossRegionCopyRules[0].Encrypted`
    And the message for Keep is "Keep copies snapshots to another region unencrypted"
    And the severity for Keep is medium
    And Keep passes once `Keep.Properties.PolicyDetails.Schedules[1].CrossRegionCopyRules[0].Encrypted` is set to `true`

  Scenario: Nobody can tell
    Given `Keep.Properties.PolicyDetails.Schedules[1].CrossRegionCopyRules[0].Encrypted` is unknown
    When the policy SPILE-DLM-002 is evaluated
    Then the verdict for Keep is unknown

  Scenario: A template without lifecycles
    Given `Keep.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-DLM-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_dlm_lifecycle_policy.l:
        description: d
        policy_details:
          - schedule: [{name: s, cross_region_copy_rule: [{target: eu-west-1, encrypted: true}]}]
      """
    When the policy SPILE-DLM-002 is evaluated
    Then the verdict for aws_dlm_lifecycle_policy.l is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_dlm_lifecycle_policy.l:
        description: d
        policy_details:
          - schedule: [{name: s, cross_region_copy_rule: [{target: eu-west-1, encrypted: false}]}]
      """
    When the policy SPILE-DLM-002 is evaluated
    Then the verdict for aws_dlm_lifecycle_policy.l is fail
