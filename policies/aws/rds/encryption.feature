Feature: Database instances are encrypted at rest
  Whoever gets at a disk, a snapshot or a backup of the database reads it, unless the storage is encrypted. RDS
  leaves it unencrypted where the template does not say.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            StorageEncrypted: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Orders.Properties.StorageEncrypted` is set to <value>
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Orders.Properties.StorageEncrypted` is set to <value>
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is high
    And the finding for Orders is at `Orders.Properties.StorageEncrypted`
    And the message for Orders is "the storage of Orders is not encrypted"
    And Orders passes once `Orders.Properties.StorageEncrypted` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Orders.Properties.StorageEncrypted` is removed
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "the storage of Orders is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.StorageEncrypted` is unknown
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Even the engine may be open
    Given `Orders.Properties.StorageEncrypted` is removed
    And `Orders.Properties.Engine` is unknown
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Instances of Aurora keep nothing: the cluster does
    Given `Orders.Properties.Engine` is set to `aurora-mysql`
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A member of a cluster keeps nothing either
    Given `Orders.Properties.DBClusterIdentifier` is set to `orders`
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        storage_encrypted: true
      """
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        storage_encrypted: false
      """
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        storage_encrypted: !unknown
      """
    When the policy SPILE-RDS-001 is evaluated
    Then the verdict for aws_db_instance.db is unknown
