Feature: Search domains lie inside a virtual network

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

  Scenario: Subnets
    When the policy SPILE-ES-003 is evaluated
    Then the verdict for Find is pass

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.VPCOptions` is removed
    When the policy SPILE-ES-003 is evaluated
    Then the finding for Find is at `Find.Properties`
    And the message for Find is "Find has an address on the internet"
    And the severity for Find is high
    And Find passes once `Find.Properties.VPCOptions` is set to `{SubnetIds: [subnet-1]}`

  Scenario: Not to say it is to be on the internet
    When the policy SPILE-ES-003 is evaluated
    Then the verdict for Old is fail

  Scenario: A domain of Elasticsearch inside a network
    Given `Old.Properties.VPCOptions` is set to `{SubnetIds: [subnet-1]}`
    When the policy SPILE-ES-003 is evaluated
    Then the verdict for Old is pass

  Scenario: Nobody can tell
    Given `Find.Properties` is unknown
    When the policy SPILE-ES-003 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        vpc_options: [{subnet_ids: [subnet-1]}]
      """
    When the policy SPILE-ES-003 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
      """
    When the policy SPILE-ES-003 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
