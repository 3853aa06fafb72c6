Feature: Search domains keep a log

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

  Scenario: Two logs
    When the policy SPILE-ES-008 is evaluated
    Then the verdict for Find is pass

  Scenario: A slow log
    Given `Find.Properties.LogPublishingOptions` is set to `{SEARCH_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}`
    When the policy SPILE-ES-008 is evaluated
    Then the verdict for Find is pass

  Scenario: All are switched off
    Given `Find.Properties.LogPublishingOptions` is set to `{AUDIT_LOGS: {Enabled: false, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}`
    When the policy SPILE-ES-008 is evaluated
    Then the verdict for Find is fail

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.LogPublishingOptions` is removed
    When the policy SPILE-ES-008 is evaluated
    Then the finding for Find is at `Find.Properties`
    And the message for Find is "Find logs nothing"
    And the severity for Find is low
    And Find passes once `Find.Properties.LogPublishingOptions` is set to `{SEARCH_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}`

  Scenario: Not to say it is to keep none
    When the policy SPILE-ES-008 is evaluated
    Then the verdict for Old is fail

  Scenario: Nobody can tell
    Given `Find.Properties.LogPublishingOptions` is unknown
    When the policy SPILE-ES-008 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-008 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        log_publishing_options: [{log_type: ES_APPLICATION_LOGS, enabled: true, cloudwatch_log_group_arn: !ref aws_cloudwatch_log_group.l.arn }]
      aws_cloudwatch_log_group.l: {}
      """
    When the policy SPILE-ES-008 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
      """
    When the policy SPILE-ES-008 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
