Feature: Search domains keep application logs

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

  Scenario: A log group
    When the policy SPILE-ES-007 is evaluated
    Then the verdict for Find is pass

  Scenario Outline: <case>
    Given `Find.Properties.LogPublishingOptions.ES_APPLICATION_LOGS` is set to `<value>`
    When the policy SPILE-ES-007 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case                          | value                                                                                           | verdict |
      | switched off                  | {Enabled: false, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find} | fail    |
      | without a log group           | {Enabled: true}                                                                                 | fail    |
      | with a number for a log group | {Enabled: true, CloudWatchLogsLogGroupArn: 123}                                                 | fail    |
      | with a list for a log group   | {Enabled: true, CloudWatchLogsLogGroupArn: []}                                                  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.LogPublishingOptions.ES_APPLICATION_LOGS` is removed
    When the policy SPILE-ES-007 is evaluated
    Then the finding for Find is at `Find.Properties.LogPublishingOptions`
    And the message for Find is "Find does not log what goes wrong inside"
    And the severity for Find is low
    And Find passes once `Find.Properties.LogPublishingOptions.ES_APPLICATION_LOGS` is set to `{Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}`

  Scenario: Not to say it is to keep none
    When the policy SPILE-ES-007 is evaluated
    Then the verdict for Old is fail

  Scenario: A domain of Elasticsearch that keeps it
    Given `Old.Properties.LogPublishingOptions` is set to `{ES_APPLICATION_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:find}}`
    When the policy SPILE-ES-007 is evaluated
    Then the verdict for Old is pass

  Scenario: Nobody can tell
    Given `Find.Properties.LogPublishingOptions.ES_APPLICATION_LOGS.Enabled` is unknown
    When the policy SPILE-ES-007 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        log_publishing_options: [{log_type: ES_APPLICATION_LOGS, enabled: true, cloudwatch_log_group_arn: !ref aws_cloudwatch_log_group.l.arn }]
      aws_cloudwatch_log_group.l: {}
      """
    When the policy SPILE-ES-007 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
      """
    When the policy SPILE-ES-007 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
