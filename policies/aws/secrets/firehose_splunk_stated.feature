Feature: Delivery streams to a Splunk collector state where its secret comes from

  Background:
    Given the template:
      """yaml
      Resources:
        Subject:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            SplunkDestinationConfiguration:
              HECEndpoint: https://splunk.example:8088
              HECEndpointType: Raw
              HECToken: "{{resolve:secretsmanager:events:SecretString}}"
      """

  Scenario Outline: <case>
    Given `Subject.Properties.SplunkDestinationConfiguration.HECToken` is set to `<value>`
    When the policy SPILE-SEC-040 is evaluated
    Then the verdict for Subject is <verdict>

    Examples:
      | case                 | value                               | verdict |
      | from Secrets Manager | "{{resolve:secretsmanager:events}}" | pass    |
      | nothing at all       | !Ref AWS::NoValue                   | fail    |

  Scenario: The secret is left out
    Given `Subject.Properties.SplunkDestinationConfiguration.HECToken` is removed
    When the policy SPILE-SEC-040 is evaluated
    Then the verdict for Subject is fail

  Scenario: The finding says what is wrong, and where
    Given `Subject.Properties.SplunkDestinationConfiguration.HECToken` is removed
    When the policy SPILE-SEC-040 is evaluated
    Then the finding for Subject is at `Subject.Properties.SplunkDestinationConfiguration`
    And the message for Subject is "Subject does not say how it proves itself to the Splunk collector"
    And the severity for Subject is low
    And Subject passes once `Subject.Properties.SplunkDestinationConfiguration.HECToken` is set to `"{{resolve:secretsmanager:events}}"`

  Scenario: Nobody can tell
    Given `Subject.Properties` is unknown
    When the policy SPILE-SEC-040 is evaluated
    Then the verdict for Subject is unknown

  Scenario: A stream that delivers elsewhere
    Given `Subject.Properties.SplunkDestinationConfiguration` is removed
    When the policy SPILE-SEC-040 is evaluated
    Then the verdict for Subject is not applicable

  Scenario Outline: Firehose fetches the secret itself: <enabled>
    Given `Subject.Properties.SplunkDestinationConfiguration.HECToken` is removed
    And `Subject.Properties.SplunkDestinationConfiguration.SecretsManagerConfiguration` is set to `{Enabled: <enabled>, SecretARN: !Ref Secret}`
    And `Resources.Secret` is set to `{Type: AWS::SecretsManager::Secret}`
    When the policy SPILE-SEC-040 is evaluated
    Then the verdict for Subject is <verdict>

    Examples:
      | enabled | verdict |
      | true    | pass    |
      | false   | fail    |

  Scenario: Nobody can tell
    Given `Subject.Properties.SplunkDestinationConfiguration.HECToken` is removed
    And `Subject.Properties.SplunkDestinationConfiguration.SecretsManagerConfiguration` is set to `{Enabled: true}`
    And `Subject.Properties.SplunkDestinationConfiguration.SecretsManagerConfiguration.Enabled` is unknown
    When the policy SPILE-SEC-040 is evaluated
    Then the verdict for Subject is unknown

  Scenario: A template without delivery streams
    Given `Subject.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SEC-040 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_kinesis_firehose_delivery_stream.f:
        name: f
        destination: splunk
        splunk_configuration: [{secrets_manager_configuration: [{enabled: true}]}]
      """
    When the policy SPILE-SEC-040 is evaluated
    Then the verdict for aws_kinesis_firehose_delivery_stream.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_kinesis_firehose_delivery_stream.f:
        name: f
        destination: splunk
        splunk_configuration: [{hec_endpoint: e}]
      """
    When the policy SPILE-SEC-040 is evaluated
    Then the verdict for aws_kinesis_firehose_delivery_stream.f is fail
