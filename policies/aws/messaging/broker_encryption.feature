Feature: Brokers state the key that encrypts them

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

  Scenario: A key
    When the policy SPILE-MQ-001 is evaluated
    Then the verdict for Post is pass

  Scenario: The finding says what is wrong, and where
    Given `Post.Properties.EncryptionOptions` is removed
    When the policy SPILE-MQ-001 is evaluated
    Then the finding for Post is at `Post.Properties`
    And the message for Post is "Post does not state which key encrypts it"
    And the severity for Post is medium
    And Post passes once `Post.Properties.EncryptionOptions` is set to `{UseAwsOwnedKey: false, KmsKeyId: alias/post}`

  Scenario: Nobody can tell
    Given `Post.Properties` is unknown
    When the policy SPILE-MQ-001 is evaluated
    Then the verdict for Post is unknown

  Scenario: A template without brokers
    Given `Post.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-MQ-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
        encryption_options: [{use_aws_owned_key: false}]
      """
    When the policy SPILE-MQ-001 is evaluated
    Then the verdict for aws_mq_broker.b is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
      """
    When the policy SPILE-MQ-001 is evaluated
    Then the verdict for aws_mq_broker.b is fail
