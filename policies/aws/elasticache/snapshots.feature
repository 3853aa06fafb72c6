Feature: Caches of Redis are backed up
  A cache of Redis can keep snapshots, so that what it holds is there again after a fault. It keeps none where the
  template does not say.

  Background:
    Given the template:
      """yaml
      Resources:
        Sessions:
          Type: AWS::ElastiCache::CacheCluster
          Properties:
            CacheNodeType: cache.t4g.small
            Engine: redis
            NumCacheNodes: 1
            SnapshotRetentionLimit: 5
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Snapshots are kept
    Given `Sessions.Properties.SnapshotRetentionLimit` is set to <value>
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for Sessions is pass

    Examples:
      | value |
      | `5`   |
      | `1`   |

  Scenario Outline: Snapshots are switched off
    Given `Sessions.Properties.SnapshotRetentionLimit` is set to <value>
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for Sessions is fail
    And the severity for Sessions is low
    And the finding for Sessions is at `Sessions.Properties.SnapshotRetentionLimit`
    And the message for Sessions is "Sessions keeps no snapshots"
    And Sessions passes once `Sessions.Properties.SnapshotRetentionLimit` is set to `5`

    Examples:
      | value |
      | `0`   |
      | `"0"` |

  Scenario: Snapshots are not mentioned
    Given `Sessions.Properties.SnapshotRetentionLimit` is removed
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for Sessions is fail
    And the finding for Sessions is at `Sessions.Properties`
    And the message for Sessions is "Sessions keeps no snapshots"

  Scenario: Somebody decides when the stack is made
    Given `Sessions.Properties.SnapshotRetentionLimit` is unknown
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for Sessions is unknown

  Scenario: Even the engine may be open
    Given `Sessions.Properties.Engine` is unknown
    And `Sessions.Properties.SnapshotRetentionLimit` is removed
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for Sessions is unknown

  Scenario: Memcached cannot be backed up
    Given `Sessions.Properties.Engine` is set to `memcached`
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for Sessions is not applicable

  Scenario: A template without caches
    Given `Sessions` is removed
    When the policy SPILE-CAC-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elasticache_cluster.cache:
        engine: redis
        snapshot_retention_limit: 5
      """
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for aws_elasticache_cluster.cache is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elasticache_cluster.cache:
        engine: redis
        snapshot_retention_limit: 0
      """
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for aws_elasticache_cluster.cache is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_elasticache_cluster.cache:
        engine: redis
        snapshot_retention_limit: !unknown
      """
    When the policy SPILE-CAC-004 is evaluated
    Then the verdict for aws_elasticache_cluster.cache is unknown
