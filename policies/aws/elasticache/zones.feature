Feature: Nodes of Memcached stand in several zones
  Nodes of Memcached share what they hold between them; in one zone they fail together.

  Background:
    Given the template:
      """yaml
      Resources:
        Sessions:
          Type: AWS::ElastiCache::CacheCluster
          Properties:
            CacheNodeType: cache.t4g.small
            Engine: memcached
            NumCacheNodes: 2
            AZMode: cross-az
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Several zones
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for Sessions is pass

  Scenario: One zone
    Given `Sessions.Properties.AZMode` is set to `single-az`
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for Sessions is fail
    And the severity for Sessions is low
    And the finding for Sessions is at `Sessions.Properties.AZMode`
    And the message for Sessions is "Sessions is gone for as long as its zone is"
    And Sessions passes once `Sessions.Properties.AZMode` is set to `cross-az`

  Scenario: Zones are not mentioned
    Given `Sessions.Properties.AZMode` is removed
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for Sessions is fail
    And the finding for Sessions is at `Sessions.Properties`
    And the message for Sessions is "Sessions is gone for as long as its zone is"

  Scenario: Somebody decides when the stack is made
    Given `Sessions.Properties.AZMode` is unknown
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for Sessions is unknown

  Scenario Outline: Even the engine and the number of nodes may be open
    Given `Sessions.Properties.<what>` is unknown
    And `Sessions.Properties.AZMode` is removed
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for Sessions is unknown

    Examples:
      | what          |
      | Engine        |
      | NumCacheNodes |

  Scenario: A single node has one zone
    Given `Sessions.Properties.NumCacheNodes` is set to `1`
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for Sessions is not applicable

  Scenario: Redis is not asked
    Given `Sessions.Properties.Engine` is set to `redis`
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for Sessions is not applicable

  Scenario: A template without caches
    Given `Sessions` is removed
    When the policy SPILE-CAC-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_elasticache_cluster.cache:
        engine: memcached
        num_cache_nodes: 2
        az_mode: cross-az
      """
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for aws_elasticache_cluster.cache is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_elasticache_cluster.cache:
        engine: memcached
        num_cache_nodes: 2
        az_mode: single-az
      """
    When the policy SPILE-CAC-005 is evaluated
    Then the verdict for aws_elasticache_cluster.cache is fail
