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

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_kms_key.data:
        enable_key_rotation: <value>
      """
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for aws_kms_key.data is <verdict>

    Examples:
      | case              | value    | verdict |
      | on                | true     | pass    |
      | off               | false    | fail    |
      | nothing is stated | null     | fail    |
      | nobody can tell   | !unknown | unknown |

  Scenario Outline: In a plan, KMS cannot rotate <what>
    Given the planned resources:
      """yaml
      aws_kms_key.data:
        <attribute>: <value>
      """
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for aws_kms_key.data is <verdict>

    Examples:
      | what                     | attribute                | value                 | verdict        |
      | keys for signatures      | customer_master_key_spec | RSA_4096              | not applicable |
      | what an HSM holds        | custom_key_store_id      | cks-1234567890abcdef0 | not applicable |
      | what another store holds | xks_key_id               | key-1                 | not applicable |
      | nothing else             | customer_master_key_spec | SYMMETRIC_DEFAULT     | fail           |

  Scenario: In a plan, the finding says what is wrong, and where
    Given the planned resources:
      """yaml
      aws_kms_key.data:
        enable_key_rotation: false
      """
    When the policy SPILE-KMS-001 is evaluated
    Then the verdict for aws_kms_key.data is fail
    And the finding for aws_kms_key.data is at `aws_kms_key.data.enable_key_rotation`
    And the message for aws_kms_key.data is "aws_kms_key.data is never rotated"
