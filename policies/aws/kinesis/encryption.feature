Feature: Streams are encrypted at rest

  Background:
    Given the template:
      """yaml
      Resources:
        Clicks:
          Type: AWS::Kinesis::Stream
          Properties:
            ShardCount: 1
            StreamEncryption:
              EncryptionType: KMS
              KeyId: alias/clicks
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy: {}
      """

  Scenario Outline: <case>
    Given `Clicks.Properties.StreamEncryption` is set to `<value>`
    When the policy SPILE-KIN-001 is evaluated
    Then the verdict for Clicks is <verdict>

    Examples:
      | case                        | value                                       | verdict |
      | a key                       | {EncryptionType: KMS, KeyId: alias/clicks}  | pass    |
      | a key of the template       | {EncryptionType: KMS, KeyId: !Ref Key}      | pass    |
      | no key                      | {EncryptionType: KMS}                       | fail    |
      | nothing in quotes for a key | {EncryptionType: KMS, KeyId: ""}            | fail    |
      | no kind                     | {KeyId: alias/clicks}                       | fail    |
      | another kind                | {EncryptionType: NONE, KeyId: alias/clicks} | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Clicks.Properties.StreamEncryption` is removed
    When the policy SPILE-KIN-001 is evaluated
    Then the finding for Clicks is at `Clicks.Properties`
    And the message for Clicks is "the records of Clicks are not encrypted at rest"
    And the severity for Clicks is high
    And Clicks passes once `Clicks.Properties.StreamEncryption` is set to `{EncryptionType: KMS, KeyId: alias/clicks}`

  Scenario: Nobody can tell
    Given `Clicks.Properties.StreamEncryption.EncryptionType` is unknown
    When the policy SPILE-KIN-001 is evaluated
    Then the verdict for Clicks is unknown

  Scenario: Nothing is known of the encryption
    Given `Clicks.Properties.StreamEncryption` is unknown
    When the policy SPILE-KIN-001 is evaluated
    Then the verdict for Clicks is unknown

  Scenario: A template without streams
    Given `Clicks.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-KIN-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_kinesis_stream.s:
        name: s
        encryption_type: KMS
        kms_key_id: alias/aws/kinesis
      """
    When the policy SPILE-KIN-001 is evaluated
    Then the verdict for aws_kinesis_stream.s is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_kinesis_stream.s:
        name: s
        encryption_type: NONE
      """
    When the policy SPILE-KIN-001 is evaluated
    Then the verdict for aws_kinesis_stream.s is fail
