Feature: Caches are reached by TLS
  A cache speaks in the clear unless TLS is asked for, and what passes is often a session that can be taken over.

  Background:
    Given the template:
      """yaml
      Resources:
        Sessions:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties:
            ReplicationGroupDescription: sessions
            Engine: redis
            TransitEncryptionEnabled: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Sessions.Properties.TransitEncryptionEnabled` is set to <value>
    When the policy SPILE-CAC-002 is evaluated
    Then the verdict for Sessions is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Sessions.Properties.TransitEncryptionEnabled` is set to <value>
    When the policy SPILE-CAC-002 is evaluated
    Then the verdict for Sessions is fail
    And the severity for Sessions is high
    And the finding for Sessions is at `Sessions.Properties.TransitEncryptionEnabled`
    And the message for Sessions is "what clients and Sessions say to each other is not encrypted"
    And Sessions passes once `Sessions.Properties.TransitEncryptionEnabled` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Sessions.Properties.TransitEncryptionEnabled` is removed
    When the policy SPILE-CAC-002 is evaluated
    Then the verdict for Sessions is fail
    And the finding for Sessions is at `Sessions.Properties`
    And the message for Sessions is "what clients and Sessions say to each other is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Sessions.Properties.TransitEncryptionEnabled` is unknown
    When the policy SPILE-CAC-002 is evaluated
    Then the verdict for Sessions is unknown

  Scenario: A template without caches
    Given `Sessions` is removed
    When the policy SPILE-CAC-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elasticache_replication_group.cache:
        transit_encryption_enabled: true
      """
    When the policy SPILE-CAC-002 is evaluated
    Then the verdict for aws_elasticache_replication_group.cache is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elasticache_replication_group.cache:
        transit_encryption_enabled: false
      """
    When the policy SPILE-CAC-002 is evaluated
    Then the verdict for aws_elasticache_replication_group.cache is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_elasticache_replication_group.cache:
        transit_encryption_enabled: !unknown
      """
    When the policy SPILE-CAC-002 is evaluated
    Then the verdict for aws_elasticache_replication_group.cache is unknown
