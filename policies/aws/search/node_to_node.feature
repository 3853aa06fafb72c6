Feature: Nodes of search domains encrypt what they tell each other

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

  Scenario Outline: <case>
    Given `Find.Properties.NodeToNodeEncryptionOptions.Enabled` is set to `<value>`
    When the policy SPILE-ES-002 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case                 | value  | verdict |
      | encrypted            | true   | pass    |
      | encrypted, as a text | "true" | pass    |
      | in clear text        | false  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.NodeToNodeEncryptionOptions.Enabled` is set to `false`
    When the policy SPILE-ES-002 is evaluated
    Then the finding for Find is at `Find.Properties.NodeToNodeEncryptionOptions.Enabled`
    And the message for Find is "the nodes of Find talk to each other in clear text"
    And the severity for Find is high
    And Find passes once `Find.Properties.NodeToNodeEncryptionOptions.Enabled` is set to `true`

  Scenario: Not to say it is not to have it
    When the policy SPILE-ES-002 is evaluated
    Then the verdict for Old is fail

  Scenario: A domain of Elasticsearch that says it
    Given `Old.Properties.NodeToNodeEncryptionOptions.Enabled` is set to `true`
    When the policy SPILE-ES-002 is evaluated
    Then the verdict for Old is pass

  Scenario: Nobody can tell
    Given `Find.Properties.NodeToNodeEncryptionOptions.Enabled` is unknown
    When the policy SPILE-ES-002 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        node_to_node_encryption: [{enabled: true}]
      """
    When the policy SPILE-ES-002 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        node_to_node_encryption: [{enabled: false}]
      """
    When the policy SPILE-ES-002 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
