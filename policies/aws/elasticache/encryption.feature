Feature: Caches are encrypted at rest
  Redis and Valkey write what they hold to disk when they sync and when they are backed up.

  Background:
    Given the template:
      """yaml
      Resources:
        Sessions:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties:
            ReplicationGroupDescription: sessions
            Engine: redis
            AtRestEncryptionEnabled: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Sessions.Properties.AtRestEncryptionEnabled` is set to <value>
    When the policy SPILE-CAC-001 is evaluated
    Then the verdict for Sessions is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Sessions.Properties.AtRestEncryptionEnabled` is set to <value>
    When the policy SPILE-CAC-001 is evaluated
    Then the verdict for Sessions is fail
    And the severity for Sessions is high
    And the finding for Sessions is at `Sessions.Properties.AtRestEncryptionEnabled`
    And the message for Sessions is "what Sessions writes to disk is not encrypted"
    And Sessions passes once `Sessions.Properties.AtRestEncryptionEnabled` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Sessions.Properties.AtRestEncryptionEnabled` is removed
    When the policy SPILE-CAC-001 is evaluated
    Then the verdict for Sessions is fail
    And the finding for Sessions is at `Sessions.Properties`
    And the message for Sessions is "what Sessions writes to disk is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Sessions.Properties.AtRestEncryptionEnabled` is unknown
    When the policy SPILE-CAC-001 is evaluated
    Then the verdict for Sessions is unknown

  Scenario: A template without caches
    Given `Sessions` is removed
    When the policy SPILE-CAC-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elasticache_replication_group.cache:
        at_rest_encryption_enabled: true
      """
    When the policy SPILE-CAC-001 is evaluated
    Then the verdict for aws_elasticache_replication_group.cache is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elasticache_replication_group.cache:
        at_rest_encryption_enabled: false
      """
    When the policy SPILE-CAC-001 is evaluated
    Then the verdict for aws_elasticache_replication_group.cache is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_elasticache_replication_group.cache:
        at_rest_encryption_enabled: !unknown
      """
    When the policy SPILE-CAC-001 is evaluated
    Then the verdict for aws_elasticache_replication_group.cache is unknown
