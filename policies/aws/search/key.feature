Feature: Search domains name the key that encrypts them

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
    Given `Find.Properties.EncryptionAtRestOptions.KmsKeyId` is set to `<value>`
    When the policy SPILE-ES-012 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case              | value      | verdict |
      | named             | alias/find | pass    |
      | nothing in quotes | ""         | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.EncryptionAtRestOptions.KmsKeyId` is removed
    When the policy SPILE-ES-012 is evaluated
    Then the finding for Find is at `Find.Properties.EncryptionAtRestOptions`
    And the message for Find is "Find is encrypted by a key whose policy the account does not decide"
    And the severity for Find is low
    And Find passes once `Find.Properties.EncryptionAtRestOptions.KmsKeyId` is set to `alias/find`

  Scenario: Not to say it is the key of the service
    When the policy SPILE-ES-012 is evaluated
    Then the verdict for Old is fail

  Scenario: Nobody can tell
    Given `Find.Properties.EncryptionAtRestOptions` is unknown
    When the policy SPILE-ES-012 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-012 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        encrypt_at_rest: [{enabled: true, kms_key_id: !ref aws_kms_key.own.arn }]
      aws_kms_key.own: {}
      """
    When the policy SPILE-ES-012 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        encrypt_at_rest: [{enabled: true}]
      """
    When the policy SPILE-ES-012 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
