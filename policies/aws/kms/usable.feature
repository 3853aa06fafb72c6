Feature: Keys can be used

  Background:
    Given the template:
      """yaml
      Resources:
        Data:
          Type: AWS::KMS::Key
          Properties:
            EnableKeyRotation: true
            KeyPolicy:
              Statement:
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:root}
                  Action: kms:*
                  Resource: "*"
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:role/app}
                  Action: kms:Decrypt
                  Resource: "*"
      """

  Scenario Outline: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-KMS-003 is evaluated
    Then the verdict for Data is <verdict>

    Examples:
      | case            | place                               | value   | verdict |
      | on              | Data.Properties.Enabled             | true    | pass    |
      | off             | Data.Properties.Enabled             | false   | fail    |
      | off, as a text  | Data.Properties.Enabled             | "false" | fail    |
      | a week to think | Data.Properties.PendingWindowInDays | 7       | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Data.Properties.Enabled` is set to `false`
    When the policy SPILE-KMS-003 is evaluated
    Then the finding for Data is at `Data.Properties.Enabled`
    And the message for Data is "Data is switched off: what it has encrypted cannot be read"
    And the severity for Data is medium
    And Data passes once `Data.Properties.Enabled` is removed

  Scenario: Nobody can tell
    Given `Data.Properties.Enabled` is unknown
    When the policy SPILE-KMS-003 is evaluated
    Then the verdict for Data is unknown

  Scenario: A template without keys
    Given `Data.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-KMS-003 is evaluated
    Then nothing was evaluated

  Scenario: The time to think is at the value
    Given `Data.Properties.PendingWindowInDays` is set to `7`
    When the policy SPILE-KMS-003 is evaluated
    Then the finding for Data is at `Data.Properties.PendingWindowInDays`
    And the message for Data is "Data is deleted 7 days after its declaration is removed, and with it what it has encrypted"

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_kms_key.data:
        <attribute>: <value>
      """
    When the policy SPILE-KMS-003 is evaluated
    Then the verdict for aws_kms_key.data is <verdict>

    Examples:
      | case              | attribute               | value    | verdict |
      | on                | is_enabled              | true     | pass    |
      | nothing is stated | description             | Data     | pass    |
      | off               | is_enabled              | false    | fail    |
      | a week to think   | deletion_window_in_days | 7        | fail    |
      | nobody can tell   | is_enabled              | !unknown | unknown |
