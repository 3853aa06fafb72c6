Feature: Search domains speak TLS 1.2 or newer

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
    Given `Find.Properties.DomainEndpointOptions.TLSSecurityPolicy` is set to `<value>`
    When the policy SPILE-ES-005 is evaluated
    Then the verdict for Find is <verdict>

    Examples:
      | case                         | value                          | verdict |
      | TLS 1.2                      | Policy-Min-TLS-1-2-2019-07     | pass    |
      | TLS 1.2 with forward secrecy | Policy-Min-TLS-1-2-PFS-2023-10 | pass    |
      | TLS 1.0                      | Policy-Min-TLS-1-0-2019-07     | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Find.Properties.DomainEndpointOptions.TLSSecurityPolicy` is set to `Policy-Min-TLS-1-0-2019-07`
    When the policy SPILE-ES-005 is evaluated
    Then the finding for Find is at `Find.Properties.DomainEndpointOptions.TLSSecurityPolicy`
    And the message for Find is "Find accepts TLS before 1.2"
    And the severity for Find is high
    And Find passes once `Find.Properties.DomainEndpointOptions.TLSSecurityPolicy` is set to `Policy-Min-TLS-1-2-2019-07`

  Scenario: Not to say it is to accept TLS 1.0
    When the policy SPILE-ES-005 is evaluated
    Then the verdict for Old is fail

  Scenario: Nobody can tell
    Given `Find.Properties.DomainEndpointOptions.TLSSecurityPolicy` is unknown
    When the policy SPILE-ES-005 is evaluated
    Then the verdict for Find is unknown

  Scenario: A template without domains
    Given `Find.Type` is set to `AWS::SNS::Topic`
    And `Old.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ES-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        domain_endpoint_options: [{enforce_https: true, tls_security_policy: Policy-Min-TLS-1-2-2019-07}]
      """
    When the policy SPILE-ES-005 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        domain_endpoint_options: [{enforce_https: true, tls_security_policy: Policy-Min-TLS-1-0-2019-07}]
      """
    When the policy SPILE-ES-005 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail
