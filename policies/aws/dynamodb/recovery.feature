Feature: Tables can be set back to any point in time

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
    Given `Orders.Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled` is set to `<value>`
    When the policy SPILE-DDB-001 is evaluated
    Then the verdict for Orders is <verdict>

    Examples:
      | case            | value  | verdict |
      | kept            | true   | pass    |
      | kept, as a text | "true" | pass    |
      | not kept        | false  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Orders.Properties.PointInTimeRecoverySpecification` is removed
    When the policy SPILE-DDB-001 is evaluated
    Then the finding for Orders is at `Orders.Properties`
    And the message for Orders is "what is overwritten or deleted in Orders is gone"
    And the severity for Orders is medium
    And Orders passes once `Orders.Properties.PointInTimeRecoverySpecification` is set to `{PointInTimeRecoveryEnabled: true}`

  Scenario: Nobody can tell
    Given `Orders.Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled` is unknown
    When the policy SPILE-DDB-001 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without tables
    Given `Orders.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-DDB-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        point_in_time_recovery: [{enabled: true}]
      """
    When the policy SPILE-DDB-001 is evaluated
    Then the verdict for aws_dynamodb_table.orders is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        point_in_time_recovery: [{enabled: false}]
      """
    When the policy SPILE-DDB-001 is evaluated
    Then the verdict for aws_dynamodb_table.orders is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        point_in_time_recovery: [{enabled: !unknown }]
      """
    When the policy SPILE-DDB-001 is evaluated
    Then the verdict for aws_dynamodb_table.orders is unknown
