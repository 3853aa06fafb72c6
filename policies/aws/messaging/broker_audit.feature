Feature: Brokers keep an audit log

  Background:
    Given the template:
      """yaml
      Resources:
        Post:
          Type: AWS::AmazonMQ::Broker
          Properties:
            BrokerName: post
            EngineType: ACTIVEMQ
            HostInstanceType: mq.m5.large
            DeploymentMode: SINGLE_INSTANCE
            PubliclyAccessible: false
            EncryptionOptions: {UseAwsOwnedKey: false, KmsKeyId: alias/post}
            Logs: {General: true, Audit: true}
      """

  Scenario Outline: <case>
    Given `Post.Properties.Logs.Audit` is set to `<value>`
    When the policy SPILE-MQ-004 is evaluated
    Then the verdict for Post is <verdict>

    Examples:
      | case     | value | verdict |
      | kept     | true  | pass    |
      | not kept | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Post.Properties.Logs.Audit` is set to `false`
    When the policy SPILE-MQ-004 is evaluated
    Then the finding for Post is at `Post.Properties.Logs.Audit`
    And the message for Post is "Post does not record who manages it"
    And the severity for Post is medium
    And Post passes once `Post.Properties.Logs.Audit` is set to `true`

  Scenario: Nobody can tell
    Given `Post.Properties.Logs.Audit` is unknown
    When the policy SPILE-MQ-004 is evaluated
    Then the verdict for Post is unknown

  Scenario: RabbitMQ has no such log
    Given `Post.Properties.EngineType` is set to `RabbitMQ`
    And `Post.Properties.Logs.Audit` is removed
    When the policy SPILE-MQ-004 is evaluated
    Then the verdict for Post is not applicable

  Scenario: It may be RabbitMQ
    Given `Post.Properties.Logs.Audit` is set to `false`
    And `Post.Properties.EngineType` is unknown
    When the policy SPILE-MQ-004 is evaluated
    Then the verdict for Post is unknown

  Scenario: A template without brokers
    Given `Post.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-MQ-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
        logs: [{audit: "true"}]
      """
    When the policy SPILE-MQ-004 is evaluated
    Then the verdict for aws_mq_broker.b is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
        logs: [{audit: "false"}]
      """
    When the policy SPILE-MQ-004 is evaluated
    Then the verdict for aws_mq_broker.b is fail
