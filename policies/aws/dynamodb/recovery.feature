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
