Feature: Search domains survive the loss of a zone

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

  Scenario: Three nodes in several zones
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for Find is pass

  Scenario Outline: <case>
    Given `Find.Properties.ClusterConfig.InstanceCount` is set to `<value>`
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case             | value | verdict |
      | six              | 6     | pass    |
      | three, as a text | "3"   | pass    |
      | two              | 2     | fail    |

  Scenario Outline: <case>
    Given `Find.Properties.ClusterConfig.ZoneAwarenessEnabled` is set to `<value>`
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case        | value | verdict |
      | in one zone | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.ClusterConfig.InstanceCount` is set to `2`
    When the policy SPILE-ES-009 is evaluated
    Then the finding for Find is at `Find.Properties.ClusterConfig.InstanceCount`
    And the message for Find is "Find holds its data on 2 nodes, which is fewer than three"
    And the severity for Find is low
    And Find passes once `Find.Properties.ClusterConfig.InstanceCount` is set to `3`

  Scenario: Not to say it is one node in one zone
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for Old is fail

  Scenario: A domain of Elasticsearch
    Given `Old.Properties.ElasticsearchClusterConfig` is set to `{ZoneAwarenessEnabled: true, InstanceCount: 3}`
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for Old is pass

  Scenario: Nobody can tell
    Given `Find.Properties.ClusterConfig.InstanceCount` is unknown
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for Find is unknown

  Scenario: It may stand in one zone
    Given `Find.Properties.ClusterConfig.ZoneAwarenessEnabled` is unknown
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-009 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        cluster_config: [{instance_count: 3, zone_awareness_enabled: true}]
      """
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        cluster_config: [{instance_count: 2, zone_awareness_enabled: true}]
      """
    When the policy SPILE-ES-009 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
