Feature: Copies of global tables can be set back to any point in time

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties:
            Replicas:
              - Region: eu-west-1
                PointInTimeRecoverySpecification:
                  PointInTimeRecoveryEnabled: true
              - Region: us-east-1
                PointInTimeRecoverySpecification:
                  PointInTimeRecoveryEnabled: true
      """

  Scenario Outline: <case>
    Given `Orders.Properties.Replicas[1].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled` is set to `<value>`
    When the policy SPILE-DDB-005 is evaluated
    Then the verdict for Orders[us-east-1] is <verdict>

    Examples:
      | case     | value | verdict |
      | kept     | true  | pass    |
      | not kept | false | fail    |

  Scenario: The other copy is another matter
    Given `Orders.Properties.Replicas[1].PointInTimeRecoverySpecification` is removed
    When the policy SPILE-DDB-005 is evaluated
    Then the verdict for Orders[eu-west-1] is pass

  Scenario: The finding says what is wrong, and where
    Given `Orders.Properties.Replicas[1].PointInTimeRecoverySpecification` is removed
    When the policy SPILE-DDB-005 is evaluated
    Then the finding for Orders[us-east-1] is at `Orders.Properties.Replicas[1]`
    And the message for Orders[us-east-1] is "what is overwritten or deleted in Orders[us-east-1] is gone"
    And the severity for Orders[us-east-1] is medium
    And Orders[us-east-1] passes once `Orders.Properties.Replicas[1].PointInTimeRecoverySpecification` is set to `{PointInTimeRecoveryEnabled: true}`

  Scenario: Nobody can tell
    Given `Orders.Properties.Replicas[1].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled` is unknown
    When the policy SPILE-DDB-005 is evaluated
    Then the verdict for Orders[us-east-1] is unknown

  Scenario: A template without tables
    Given `Orders.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-DDB-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        replica: [{region_name: eu-west-1, point_in_time_recovery: true}]
      """
    When the policy SPILE-DDB-005 is evaluated
    Then the verdict for aws_dynamodb_table.orders[eu-west-1] is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_dynamodb_table.orders:
        replica: [{region_name: eu-west-1, point_in_time_recovery: false}]
      """
    When the policy SPILE-DDB-005 is evaluated
    Then the verdict for aws_dynamodb_table.orders[eu-west-1] is fail
