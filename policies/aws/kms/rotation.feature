Feature: Keys are rotated every year

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
    Given `Data.Properties.EnableKeyRotation` is set to `<value>`
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for Data is <verdict>

    Examples:
      | case          | value  | verdict |
      | on            | true   | pass    |
      | on, as a text | "true" | pass    |
      | off           | false  | fail    |

  Scenario: Off, where nothing is stated
    Given `Data.Properties.EnableKeyRotation` is removed
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for Data is fail

  Scenario: The finding says what is wrong, and where
    Given `Data.Properties.EnableKeyRotation` is set to `false`
    When the policy SPILE-KMS-001 is evaluated
    Then the finding for Data is at `Data.Properties.EnableKeyRotation`
    And the message for Data is "Data is never rotated"
    And the severity for Data is medium
    And Data passes once `Data.Properties.EnableKeyRotation` is set to `true`

  Scenario: Nobody can tell
    Given `Data.Properties.EnableKeyRotation` is unknown
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for Data is unknown

  Scenario: Nobody knows what it is for
    Given `Data.Properties.EnableKeyRotation` is removed
    And `Data.Properties.KeySpec` is unknown
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for Data is unknown

  Scenario: Nobody knows who made it
    Given `Data.Properties.EnableKeyRotation` is removed
    And `Data.Properties.Origin` is unknown
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for Data is unknown

  Scenario: A template without keys
    Given `Data.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-KMS-001 is evaluated
    Then nothing was evaluated

  Scenario Outline: KMS cannot rotate <what>
    Given `Data.Properties.EnableKeyRotation` is removed
    And `Data.Properties.<property>` is set to `<value>`
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for Data is <verdict>

    Examples:
      | what                    | property | value             | verdict        |
      | keys for signatures     | KeySpec  | RSA_4096          | not applicable |
      | what was brought along  | Origin   | EXTERNAL          | not applicable |
      | what an HSM holds       | Origin   | AWS_CLOUDHSM      | not applicable |
      | nothing else: symmetric | KeySpec  | SYMMETRIC_DEFAULT | fail           |
      | nothing else: its own   | Origin   | AWS_KMS           | fail           |
