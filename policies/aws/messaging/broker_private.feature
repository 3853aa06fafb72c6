Feature: Brokers have no public address

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
    Given `Post.Properties.PubliclyAccessible` is set to `<value>`
    When the policy SPILE-MQ-002 is evaluated
    Then the verdict for Post is <verdict>

    Examples:
      | case              | value  | verdict |
      | private           | false  | pass    |
      | public            | true   | fail    |
      | public, as a text | "true" | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Post.Properties.PubliclyAccessible` is set to `true`
    When the policy SPILE-MQ-002 is evaluated
    Then the finding for Post is at `Post.Properties.PubliclyAccessible`
    And the message for Post is "Post has an address on the internet"
    And the severity for Post is high
    And Post passes once `Post.Properties.PubliclyAccessible` is set to `false`

  Scenario: Nobody can tell
    Given `Post.Properties.PubliclyAccessible` is unknown
    When the policy SPILE-MQ-002 is evaluated
    Then the verdict for Post is unknown

  Scenario: Not to say it is to be private
    Given `Post.Properties.PubliclyAccessible` is removed
    When the policy SPILE-MQ-002 is evaluated
    Then the verdict for Post is pass

  Scenario: A template without brokers
    Given `Post.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-MQ-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
        publicly_accessible: false
      """
    When the policy SPILE-MQ-002 is evaluated
    Then the verdict for aws_mq_broker.b is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
        publicly_accessible: true
      """
    When the policy SPILE-MQ-002 is evaluated
    Then the verdict for aws_mq_broker.b is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
        publicly_accessible: !unknown
      """
    When the policy SPILE-MQ-002 is evaluated
    Then the verdict for aws_mq_broker.b is unknown
