Feature: Search domains are kept together by three nodes of their own

  Background:
    Given the template:
      """yaml
      Resources:
        Find:
          Type: AWS::OpenSearchService::Domain
          Properties:
            EncryptionAtRestOptions:
              Enabled: true
              KmsKeyId: alias/find
            NodeToNodeEncryptionOptions:
              Enabled: true
            VPCOptions:
              SubnetIds: [subnet-1]
            DomainEndpointOptions:
              EnforceHTTPS: true
              TLSSecurityPolicy: Policy-Min-TLS-1-2-2019-07
            LogPublishingOptions:
              AUDIT_LOGS:
                Enabled: true
                CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find
              ES_APPLICATION_LOGS:
                Enabled: true
                CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find
            ClusterConfig:
              ZoneAwarenessEnabled: true
              InstanceCount: 3
              DedicatedMasterEnabled: true
              DedicatedMasterCount: 3
            AdvancedSecurityOptions:
              Enabled: true
        Old:
          Type: AWS::Elasticsearch::Domain
          Properties:
            ElasticsearchVersion: "7.10"
      """

  Scenario: Three nodes
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for Find is pass

  Scenario Outline: <case>
    Given `Find.Properties.ClusterConfig.DedicatedMasterCount` is set to `<value>`
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case | value | verdict |
      | five | 5     | pass    |
      | two  | 2     | fail    |

  Scenario Outline: <case>
    Given `Find.Properties.ClusterConfig.DedicatedMasterEnabled` is set to `<value>`
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case | value | verdict |
      | none | false | fail    |

  Scenario: Three, where the number is left to the service
    Given `Find.Properties.ClusterConfig.DedicatedMasterCount` is removed
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for Find is pass

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.ClusterConfig.DedicatedMasterEnabled` is set to `false`
    When the policy SPILE-ES-010 is evaluated
    Then the finding for Find is at `Find.Properties.ClusterConfig.DedicatedMasterEnabled`
    And the message for Find is "Find may lose its cluster state with a single node"
    And the severity for Find is low
    And Find passes once `Find.Properties.ClusterConfig.DedicatedMasterEnabled` is set to `true`

  Scenario: Not to say it is to have none
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for Old is fail

  Scenario: A domain of Elasticsearch
    Given `Old.Properties.ElasticsearchClusterConfig` is set to `{DedicatedMasterEnabled: true, DedicatedMasterCount: 3}`
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for Old is pass

  Scenario: Nobody can tell
    Given `Find.Properties.ClusterConfig.DedicatedMasterCount` is unknown
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for Find is unknown

  Scenario: It may have none
    Given `Find.Properties.ClusterConfig.DedicatedMasterEnabled` is unknown
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-010 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        cluster_config: [{dedicated_master_enabled: true, dedicated_master_count: 3}]
      """
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        cluster_config: [{dedicated_master_enabled: true, dedicated_master_count: 2}]
      """
    When the policy SPILE-ES-010 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
