Feature: Database clusters are encrypted at rest
  The cluster holds the data of all its instances, so it is the cluster that must be encrypted.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBCluster
          Properties:
            Engine: aurora-postgresql
            StorageEncrypted: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Orders.Properties.StorageEncrypted` is set to <value>
    When the policy SPILE-RDS-004 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: Encryption is refused
    Given `Orders.Properties.StorageEncrypted` is set to `false`
    When the policy SPILE-RDS-004 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is high
    And the finding for Orders is at `Orders.Properties.StorageEncrypted`
    And the message for Orders is "the storage of Orders is not encrypted"
    And Orders passes once `Orders.Properties.StorageEncrypted` is set to `true`

  Scenario: Encryption is not mentioned
    Given `Orders.Properties.StorageEncrypted` is removed
    When the policy SPILE-RDS-004 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "the storage of Orders is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.StorageEncrypted` is unknown
    When the policy SPILE-RDS-004 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without clusters
    Given `Orders` is removed
    When the policy SPILE-RDS-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
        storage_encrypted: true
      """
    When the policy SPILE-RDS-004 is evaluated
    Then the verdict for aws_rds_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
        storage_encrypted: false
      """
    When the policy SPILE-RDS-004 is evaluated
    Then the verdict for aws_rds_cluster.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
        storage_encrypted: !unknown
      """
    When the policy SPILE-RDS-004 is evaluated
    Then the verdict for aws_rds_cluster.db is unknown
