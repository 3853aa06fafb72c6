Feature: Graph databases are encrypted at rest
  Whoever gets at a disk, a snapshot or a backup of the database reads it, unless the storage is encrypted.

  Background:
    Given the template:
      """yaml
      Resources:
        Graph:
          Type: AWS::Neptune::DBCluster
          Properties:
            StorageEncrypted: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Graph.Properties.StorageEncrypted` is set to <value>
    When the policy SPILE-NEP-001 is evaluated
    Then the verdict for Graph is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Graph.Properties.StorageEncrypted` is set to <value>
    When the policy SPILE-NEP-001 is evaluated
    Then the verdict for Graph is fail
    And the severity for Graph is high
    And the finding for Graph is at `Graph.Properties.StorageEncrypted`
    And the message for Graph is "the storage of Graph is not encrypted"
    And Graph passes once `Graph.Properties.StorageEncrypted` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Graph.Properties.StorageEncrypted` is removed
    When the policy SPILE-NEP-001 is evaluated
    Then the verdict for Graph is fail
    And the finding for Graph is at `Graph.Properties`
    And the message for Graph is "the storage of Graph is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Graph.Properties.StorageEncrypted` is unknown
    When the policy SPILE-NEP-001 is evaluated
    Then the verdict for Graph is unknown

  Scenario: A template without graph databases
    Given `Graph` is removed
    When the policy SPILE-NEP-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        storage_encrypted: true
      """
    When the policy SPILE-NEP-001 is evaluated
    Then the verdict for aws_neptune_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        storage_encrypted: false
      """
    When the policy SPILE-NEP-001 is evaluated
    Then the verdict for aws_neptune_cluster.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        storage_encrypted: !unknown
      """
    When the policy SPILE-NEP-001 is evaluated
    Then the verdict for aws_neptune_cluster.db is unknown
