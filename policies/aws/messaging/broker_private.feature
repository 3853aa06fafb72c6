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
