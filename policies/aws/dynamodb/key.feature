Feature: Tables name the key that encrypts them

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            BillingMode: PAY_PER_REQUEST
            PointInTimeRecoverySpecification:
              PointInTimeRecoveryEnabled: true
            SSESpecification:
              SSEEnabled: true
              SSEType: KMS
              KMSMasterKeyId: alias/orders
      """

  Scenario Outline: <case>
    Given `Orders.Properties.SSESpecification` is set to `<value>`
    When the policy SPILE-DDB-003 is evaluated
    Then the verdict for Orders is <verdict>

    Examples:
      | case                 | value                                                             | verdict |
      | named                | {SSEEnabled: true, KMSMasterKeyId: alias/orders}                  | pass    |
      | named, with its kind | {SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: alias/orders}    | pass    |
      | not named            | {SSEEnabled: true}                                                | fail    |
      | named, but not used  | {SSEEnabled: false, KMSMasterKeyId: alias/orders}                 | fail    |
      | of another kind      | {SSEEnabled: true, SSEType: AES256, KMSMasterKeyId: alias/orders} | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Orders.Properties.SSESpecification.KMSMasterKeyId` is removed
    When the policy SPILE-DDB-003 is evaluated
    Then the finding for Orders is at `Orders.Properties.SSESpecification`
    And the message for Orders is "Orders is not encrypted by a key whose policy the account decides"
    And the severity for Orders is low
    And Orders passes once `Orders.Properties.SSESpecification.KMSMasterKeyId` is set to `alias/orders`

  Scenario: Nobody can tell
    Given `Orders.Properties.SSESpecification.SSEEnabled` is unknown
    When the policy SPILE-DDB-003 is evaluated
    Then the verdict for Orders is unknown

  Scenario: The kind of key is not known
    Given `Orders.Properties.SSESpecification.SSEType` is unknown
    When the policy SPILE-DDB-003 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Nothing is known of the encryption
    Given `Orders.Properties.SSESpecification` is unknown
    When the policy SPILE-DDB-003 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without tables
    Given `Orders.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-DDB-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        server_side_encryption: [{enabled: true, kms_key_arn: !ref aws_kms_key.own.arn }]
      aws_kms_key.own: {}
      """
    When the policy SPILE-DDB-003 is evaluated
    Then the verdict for aws_dynamodb_table.orders is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        server_side_encryption: [{enabled: true}]
      """
    When the policy SPILE-DDB-003 is evaluated
    Then the verdict for aws_dynamodb_table.orders is fail
