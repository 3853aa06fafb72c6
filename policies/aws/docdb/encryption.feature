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
