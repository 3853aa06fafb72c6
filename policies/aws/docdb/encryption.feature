Feature: Document databases are encrypted at rest
  Whoever gets at a disk, a snapshot or a backup of the database reads it, unless the storage is encrypted.

  Background:
    Given the template:
      """yaml
      Resources:
        Files:
          Type: AWS::DocDB::DBCluster
          Properties:
            StorageEncrypted: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Files.Properties.StorageEncrypted` is set to <value>
    When the policy SPILE-DOC-001 is evaluated
    Then the verdict for Files is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Files.Properties.StorageEncrypted` is set to <value>
    When the policy SPILE-DOC-001 is evaluated
    Then the verdict for Files is fail
    And the severity for Files is high
    And the finding for Files is at `Files.Properties.StorageEncrypted`
    And the message for Files is "the storage of Files is not encrypted"
    And Files passes once `Files.Properties.StorageEncrypted` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Files.Properties.StorageEncrypted` is removed
    When the policy SPILE-DOC-001 is evaluated
    Then the verdict for Files is fail
    And the finding for Files is at `Files.Properties`
    And the message for Files is "the storage of Files is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Files.Properties.StorageEncrypted` is unknown
    When the policy SPILE-DOC-001 is evaluated
    Then the verdict for Files is unknown

  Scenario: A template without document databases
    Given `Files` is removed
    When the policy SPILE-DOC-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        storage_encrypted: true
      """
    When the policy SPILE-DOC-001 is evaluated
    Then the verdict for aws_docdb_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        storage_encrypted: false
      """
    When the policy SPILE-DOC-001 is evaluated
    Then the verdict for aws_docdb_cluster.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        storage_encrypted: !unknown
      """
    When the policy SPILE-DOC-001 is evaluated
    Then the verdict for aws_docdb_cluster.db is unknown
