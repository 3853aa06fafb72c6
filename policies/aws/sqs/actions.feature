Feature: Queue policies name the actions that they allow

  Background:
    Given the template:
      """yaml
      Resources:
        Guard:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [https://sqs.eu-central-1.amazonaws.com/123456789012/jobs]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:role/reader}
                  Action: [sqs:SendMessage]
                  Resource: "*"
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:role/app}
                  Action: [sqs:SendMessage]
                  Resource: "*"
      """

  Scenario Outline: <case>
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `<value>`
    When the policy SPILE-SQS-003 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                  | value                      | verdict |
      | one action            | sqs:SendMessage            | pass    |
      | a part of the service | [sqs:Get*]                 | pass    |
      | the whole service     | [sqs:SendMessage, "sqs:*"] | fail    |
      | everything            | "*"                        | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"sqs:*"`
    When the policy SPILE-SQS-003 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].Action`
    And the message for Guard is "Guard allows every action that sqs:* stands for"
    And the severity for Guard is high
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `sqs:SendMessage`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-SQS-003 is evaluated
    Then the verdict for Guard is unknown

    Examples:
      | place                                                  |
      | Guard.Properties.PolicyDocument.Statement[1].Action[0] |
      | Guard.Properties.PolicyDocument.Statement[1].Action    |

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"sqs:*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-SQS-003 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SQS-003 is evaluated
    Then nothing was evaluated

  Scenario: To refuse everything is fine
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-SQS-003 is evaluated
    Then the verdict for Guard is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.jobs:
        queue_url: https://sqs.eu-west-1.amazonaws.com/123456789012/jobs
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SQS-003 is evaluated
    Then the verdict for aws_sqs_queue_policy.jobs is <verdict>

    Examples:
      | case                      | statement                                                                                               | verdict |
      | the action that is needed | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:SendMessage"} | pass    |
      | every action              | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:*"}           | fail    |

  Scenario Outline: In a plan, written into the resource itself, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue.jobs:
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SQS-003 is evaluated
    Then the verdict for aws_sqs_queue.jobs is <verdict>

    Examples:
      | case                      | statement                                                                                               | verdict |
      | the action that is needed | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:SendMessage"} | pass    |
      | every action              | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:*"}           | fail    |

  Scenario: In a plan, nobody can tell
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.jobs:
        queue_url: https://sqs.eu-west-1.amazonaws.com/123456789012/jobs
        policy: !unknown
      """
    When the policy SPILE-SQS-003 is evaluated
    Then the verdict for aws_sqs_queue_policy.jobs is unknown
