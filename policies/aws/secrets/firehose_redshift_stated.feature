Feature: Delivery streams to a data warehouse state where its secret comes from

  Background:
    Given the template:
      """yaml
      Resources:
        Subject:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            RedshiftDestinationConfiguration:
              ClusterJDBCURL: jdbc:redshift://warehouse.example:5439/events
              Username: loader
              Password: "{{resolve:secretsmanager:events:SecretString}}"
      """

  Scenario Outline: <case>
    Given `Subject.Properties.RedshiftDestinationConfiguration.Password` is set to `<value>`
    When the policy SPILE-SEC-039 is evaluated
    Then the verdict for Subject is <verdict>

    Examples:
      | case                 | value                               | verdict |
      | from Secrets Manager | "{{resolve:secretsmanager:events}}" | pass    |
      | nothing at all       | !Ref AWS::NoValue                   | fail    |

  Scenario: The secret is left out
    Given `Subject.Properties.RedshiftDestinationConfiguration.Password` is removed
    When the policy SPILE-SEC-039 is evaluated
    Then the verdict for Subject is fail

  Scenario: The finding says what is wrong, and where
    Given `Subject.Properties.RedshiftDestinationConfiguration.Password` is removed
    When the policy SPILE-SEC-039 is evaluated
    Then the finding for Subject is at `Subject.Properties.RedshiftDestinationConfiguration`
    And the message for Subject is "Subject does not say how it proves itself to the data warehouse"
    And the severity for Subject is low
    And Subject passes once `Subject.Properties.RedshiftDestinationConfiguration.Password` is set to `"{{resolve:secretsmanager:events}}"`

  Scenario: Nobody can tell
    Given `Subject.Properties` is unknown
    When the policy SPILE-SEC-039 is evaluated
    Then the verdict for Subject is unknown

  Scenario: A stream that delivers elsewhere
    Given `Subject.Properties.RedshiftDestinationConfiguration` is removed
    When the policy SPILE-SEC-039 is evaluated
    Then the verdict for Subject is not applicable

  Scenario Outline: Firehose fetches the secret itself: <enabled>
    Given `Subject.Properties.RedshiftDestinationConfiguration.Password` is removed
    And `Subject.Properties.RedshiftDestinationConfiguration.SecretsManagerConfiguration` is set to `{Enabled: <enabled>, SecretARN: !Ref Secret}`
    And `Resources.Secret` is set to `{Type: AWS::SecretsManager::Secret}`
    When the policy SPILE-SEC-039 is evaluated
    Then the verdict for Subject is <verdict>

    Examples:
      | enabled | verdict |
      | true    | pass    |
      | false   | fail    |

  Scenario: Nobody can tell
    Given `Subject.Properties.RedshiftDestinationConfiguration.Password` is removed
    And `Subject.Properties.RedshiftDestinationConfiguration.SecretsManagerConfiguration` is set to `{Enabled: true}`
    And `Subject.Properties.RedshiftDestinationConfiguration.SecretsManagerConfiguration.Enabled` is unknown
    When the policy SPILE-SEC-039 is evaluated
    Then the verdict for Subject is unknown

  Scenario: A template without delivery streams
    Given `Subject.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SEC-039 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_kinesis_firehose_delivery_stream.f:
        name: f
        destination: redshift
        redshift_configuration: [{secrets_manager_configuration: [{enabled: true}]}]
      """
    When the policy SPILE-SEC-039 is evaluated
    Then the verdict for aws_kinesis_firehose_delivery_stream.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_kinesis_firehose_delivery_stream.f:
        name: f
        destination: redshift
        redshift_configuration: [{username: u}]
      """
    When the policy SPILE-SEC-039 is evaluated
    Then the verdict for aws_kinesis_firehose_delivery_stream.f is fail
