Feature: Database instances refuse to be deleted
  Deletion protection makes RDS refuse a call that deletes the database, until somebody takes the protection away.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            DeletionProtection: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: The database is protected
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for Orders is pass

  Scenario Outline: Protection is refused
    Given `Orders.Properties.DeletionProtection` is set to <value>
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is medium
    And the finding for Orders is at `Orders.Properties.DeletionProtection`
    And the message for Orders is "one wrong call deletes Orders"
    And Orders passes once `Orders.Properties.DeletionProtection` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Protection is not mentioned
    Given `Orders.Properties.DeletionProtection` is removed
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "one wrong call deletes Orders"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.DeletionProtection` is unknown
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Even the engine may be open
    Given `Orders.Properties.DeletionProtection` is removed
    And `Orders.Properties.Engine` is unknown
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Instances of Aurora keep nothing: the cluster does
    Given `Orders.Properties.Engine` is set to `aurora-mysql`
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A member of a cluster keeps nothing either
    Given `Orders.Properties.DBClusterIdentifier` is set to `orders`
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        deletion_protection: true
      """
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        deletion_protection: false
      """
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        deletion_protection: !unknown
      """
    When the policy SPILE-RDS-007 is evaluated
    Then the verdict for aws_db_instance.db is unknown
