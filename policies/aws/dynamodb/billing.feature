Feature: Tables state how they are paid for

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
    Given `Orders.Properties.BillingMode` is set to `<value>`
    When the policy SPILE-DDB-004 is evaluated
    Then the verdict for Orders is <verdict>

    Examples:
      | case        | value           | verdict |
      | by request  | PAY_PER_REQUEST | pass    |
      | by capacity | PROVISIONED     | pass    |
      | otherwise   | MONTHLY         | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Orders.Properties.BillingMode` is removed
    When the policy SPILE-DDB-004 is evaluated
    Then the finding for Orders is at `Orders.Properties`
    And the message for Orders is "Orders does not state whether it is paid by request or by provisioned capacity"
    And the severity for Orders is info
    And Orders passes once `Orders.Properties.BillingMode` is set to `PROVISIONED`

  Scenario: Nobody can tell
    Given `Orders.Properties.BillingMode` is unknown
    When the policy SPILE-DDB-004 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without tables
    Given `Orders.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-DDB-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        billing_mode: PAY_PER_REQUEST
      """
    When the policy SPILE-DDB-004 is evaluated
    Then the verdict for aws_dynamodb_table.orders is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        hash_key: id
      """
    When the policy SPILE-DDB-004 is evaluated
    Then the verdict for aws_dynamodb_table.orders is fail
