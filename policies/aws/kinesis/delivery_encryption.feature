Feature: Delivery streams encrypt the records that are put into them

  Background:
    Given the template:
      """yaml
      Resources:
        Pour:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            DeliveryStreamType: DirectPut
            DeliveryStreamEncryptionConfigurationInput:
              KeyType: AWS_OWNED_CMK
      """

  Scenario Outline: <case>
    Given `Pour.Properties.DeliveryStreamEncryptionConfigurationInput` is set to `<value>`
    When the policy SPILE-KIN-002 is evaluated
    Then the verdict for Pour is <verdict>

    Examples:
      | case                 | value                                               | verdict |
      | a key of the service | {KeyType: AWS_OWNED_CMK}                            | pass    |
      | a key of the account | {KeyType: CUSTOMER_MANAGED_CMK, KeyARN: alias/pour} | pass    |
      | no kind of key       | {KeyARN: alias/pour}                                | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Pour.Properties.DeliveryStreamEncryptionConfigurationInput` is removed
    When the policy SPILE-KIN-002 is evaluated
    Then the finding for Pour is at `Pour.Properties`
    And the message for Pour is "Pour keeps the records that wait in it unencrypted"
    And the severity for Pour is high
    And Pour passes once `Pour.Properties.DeliveryStreamEncryptionConfigurationInput` is set to `{KeyType: AWS_OWNED_CMK}`

  Scenario: Not to say it is to put records directly
    Given `Pour.Properties.DeliveryStreamEncryptionConfigurationInput` is removed
    And `Pour.Properties.DeliveryStreamType` is removed
    When the policy SPILE-KIN-002 is evaluated
    Then the verdict for Pour is fail

  Scenario: Another stream holds the records
    Given `Pour.Properties.DeliveryStreamEncryptionConfigurationInput` is removed
    And `Pour.Properties.DeliveryStreamType` is set to `KinesisStreamAsSource`
    When the policy SPILE-KIN-002 is evaluated
    Then the verdict for Pour is not applicable

  Scenario: Nobody can tell
    Given `Pour.Properties.DeliveryStreamEncryptionConfigurationInput` is unknown
    When the policy SPILE-KIN-002 is evaluated
    Then the verdict for Pour is unknown

  Scenario: Another stream may hold the records
    Given `Pour.Properties.DeliveryStreamEncryptionConfigurationInput` is removed
    And `Pour.Properties.DeliveryStreamType` is unknown
    When the policy SPILE-KIN-002 is evaluated
    Then the verdict for Pour is unknown

  Scenario: A template without streams
    Given `Pour.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-KIN-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_kinesis_firehose_delivery_stream.f:
        name: f
        destination: extended_s3
        server_side_encryption: [{enabled: true, key_type: AWS_OWNED_CMK}]
      """
    When the policy SPILE-KIN-002 is evaluated
    Then the verdict for aws_kinesis_firehose_delivery_stream.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_kinesis_firehose_delivery_stream.f:
        name: f
        destination: extended_s3
      """
    When the policy SPILE-KIN-002 is evaluated
    Then the verdict for aws_kinesis_firehose_delivery_stream.f is fail
