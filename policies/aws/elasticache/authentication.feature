Feature: Clients of caches say who they are
  A token, or the password of a user, is worth something only over TLS: otherwise everybody on the way reads it.

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
            UserGroupIds: [web]
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Groups of users, over TLS
    When the policy SPILE-CAC-003 is evaluated
    Then the verdict for Sessions is pass

  Scenario: A token, over TLS
    Given `Sessions.Properties.UserGroupIds` is removed
    And `Sessions.Properties.AuthToken` is set to `"{{resolve:secretsmanager:cache}}"`
    When the policy SPILE-CAC-003 is evaluated
    Then the verdict for Sessions is pass

  Scenario: Clients need nothing
    Given `Sessions.Properties.UserGroupIds` is removed
    When the policy SPILE-CAC-003 is evaluated
    Then the verdict for Sessions is fail
    And the severity for Sessions is medium
    And the message for Sessions is "whoever reaches Sessions may use it, or reads the token on the way"

  Scenario Outline: Without TLS
    Given `Sessions.Properties.TransitEncryptionEnabled` is <edit>
    When the policy SPILE-CAC-003 is evaluated
    Then the verdict for Sessions is fail

    Examples:
      | edit           |
      | set to `false` |
      | removed        |

  Scenario: Without TLS, at its place
    Given `Sessions.Properties.TransitEncryptionEnabled` is set to `false`
    When the policy SPILE-CAC-003 is evaluated
    Then the finding for Sessions is at `Sessions.Properties.TransitEncryptionEnabled`
    And Sessions passes once `Sessions.Properties.TransitEncryptionEnabled` is set to `true`

  Scenario: Somebody decides on TLS when the stack is made
    Given `Sessions.Properties.TransitEncryptionEnabled` is unknown
    When the policy SPILE-CAC-003 is evaluated
    Then the verdict for Sessions is unknown

  Scenario: Groups come from elsewhere
    Given `Sessions.Properties.UserGroupIds` is unknown
    When the policy SPILE-CAC-003 is evaluated
    Then the verdict for Sessions is unknown

  Scenario: A template without caches
    Given `Sessions` is removed
    When the policy SPILE-CAC-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elasticache_replication_group.cache:
        transit_encryption_enabled: true
        auth_token: !ref random_password.cache.result
      random_password.cache:
        length: 20
      """
    When the policy SPILE-CAC-003 is evaluated
    Then the verdict for aws_elasticache_replication_group.cache is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elasticache_replication_group.cache:
        transit_encryption_enabled: true
      """
    When the policy SPILE-CAC-003 is evaluated
    Then the verdict for aws_elasticache_replication_group.cache is fail
