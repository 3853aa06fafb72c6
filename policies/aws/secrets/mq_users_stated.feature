Feature: Message brokers state the passwords of their users

  Background:
    Given the template:
      """yaml
      Resources:
        Subject:
          Type: AWS::AmazonMQ::Broker
          Properties:
            BrokerName: orders
            Users:
              - Username: admin
                Password: "{{resolve:secretsmanager:mq:SecretString:admin}}"
      """

  Scenario Outline: <case>
    Given `Subject.Properties.Users` is set to `<value>`
    When the policy SPILE-SEC-037 is evaluated
    Then the verdict for Subject is <verdict>

    Examples:
      | case                    | value                                                      | verdict |
      | one user                | [{Username: a, Password: "{{resolve:secretsmanager:mq}}"}] | pass    |
      | no user                 | []                                                         | fail    |
      | a user without password | [{Username: a}]                                            | fail    |

  Scenario: Users are left out
    Given `Subject.Properties.Users` is removed
    When the policy SPILE-SEC-037 is evaluated
    Then the verdict for Subject is fail

  Scenario: The finding says what is wrong, and where
    Given `Subject.Properties.Users` is removed
    When the policy SPILE-SEC-037 is evaluated
    Then the finding for Subject is at `Subject.Properties`
    And the message for Subject is "Subject states no user with a password"
    And the severity for Subject is low
    And Subject passes once `Subject.Properties.Users` is set to `[{Username: a, Password: "{{resolve:secretsmanager:mq}}"}]`

  Scenario: Nobody can tell
    Given `Subject.Properties.Users` is unknown
    When the policy SPILE-SEC-037 is evaluated
    Then the verdict for Subject is unknown

  Scenario: Something else
    Given `Subject.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SEC-037 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
        user: [{username: u, password: !ref random_password.p.result }]
      random_password.p:
        length: 20
      """
    When the policy SPILE-SEC-037 is evaluated
    Then the verdict for aws_mq_broker.b is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_mq_broker.b:
        broker_name: b
        engine_type: ActiveMQ
        user: []
      """
    When the policy SPILE-SEC-037 is evaluated
    Then the verdict for aws_mq_broker.b is fail
