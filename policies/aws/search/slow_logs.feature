Feature: Search domains log what is slow

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
    Given `Find.Properties.LogPublishingOptions` is set to `<value>`
    When the policy SPILE-ES-013 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case                  | value                                                                                                                                                                                                                               | verdict |
      | what is slow to find  | {SEARCH_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}                                                                                                                  | pass    |
      | what is slow to write | {INDEX_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}                                                                                                                   | pass    |
      | both                  | {SEARCH_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}, INDEX_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}} | pass    |
      | switched off          | {SEARCH_SLOW_LOGS: {Enabled: false, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}                                                                                                                 | fail    |
      | another log           | {AUDIT_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}                                                                                                                        | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.LogPublishingOptions` is removed
    When the policy SPILE-ES-013 is evaluated
    Then the finding for Find is at `Find.Properties`
    And the message for Find is "Find does not log which requests are slow"
    And the severity for Find is info
    And Find passes once `Find.Properties.LogPublishingOptions` is set to `{SEARCH_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}`

  Scenario: Nobody can tell
    Given `Find.Properties.LogPublishingOptions` is set to `{SEARCH_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}`
    And `Find.Properties.LogPublishingOptions.SEARCH_SLOW_LOGS.Enabled` is unknown
    When the policy SPILE-ES-013 is evaluated
    Then the verdict for Find is unknown

  Scenario: What is slow to write may be logged
    Given `Find.Properties.LogPublishingOptions` is set to `{INDEX_SLOW_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}`
    And `Find.Properties.LogPublishingOptions.INDEX_SLOW_LOGS.Enabled` is unknown
    When the policy SPILE-ES-013 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-013 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        log_publishing_options: [{log_type: SEARCH_SLOW_LOGS, enabled: true, cloudwatch_log_group_arn: !ref aws_cloudwatch_log_group.l.arn }]
      aws_cloudwatch_log_group.l: {}
      """
    When the policy SPILE-ES-013 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
      """
    When the policy SPILE-ES-013 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
