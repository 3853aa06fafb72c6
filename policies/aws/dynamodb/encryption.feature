Feature: Tables are encrypted by a key of the account

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
    Given `Orders.Properties.SSESpecification.SSEEnabled` is set to `<value>`
    When the policy SPILE-DDB-002 is evaluated
    Then the verdict for Orders is <verdict>

    Examples:
      | case                    | value  | verdict |
      | by a key of the account | true   | pass    |
      | as a text               | "true" | pass    |
      | by a key of the service | false  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Orders.Properties.SSESpecification` is removed
    When the policy SPILE-DDB-002 is evaluated
    Then the finding for Orders is at `Orders.Properties`
    And the message for Orders is "Orders is encrypted by a key that belongs to DynamoDB: nobody can refuse its use or see it"
    And the severity for Orders is medium
    And Orders passes once `Orders.Properties.SSESpecification` is set to `{SSEEnabled: true}`

  Scenario: Nobody can tell
    Given `Orders.Properties.SSESpecification.SSEEnabled` is unknown
    When the policy SPILE-DDB-002 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without tables
    Given `Orders.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-DDB-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        server_side_encryption: [{enabled: true}]
      """
    When the policy SPILE-DDB-002 is evaluated
    Then the verdict for aws_dynamodb_table.orders is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        hash_key: id
      """
    When the policy SPILE-DDB-002 is evaluated
    Then the verdict for aws_dynamodb_table.orders is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        server_side_encryption: [{enabled: !unknown }]
      """
    When the policy SPILE-DDB-002 is evaluated
    Then the verdict for aws_dynamodb_table.orders is unknown
