Feature: Queue policies do not hand out the administration of the queue

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
    When the policy SPILE-SQS-008 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                 | value                  | verdict |
      | using it             | sqs:SendMessage        | pass    |
      | reading about it     | [sqs:Get*]             | pass    |
      | sqs:AddPermission    | [sqs:AddPermission]    | fail    |
      | sqs:CreateQueue      | [sqs:CreateQueue]      | fail    |
      | sqs:DeleteQueue      | [sqs:DeleteQueue]      | fail    |
      | sqs:RemovePermission | [sqs:RemovePermission] | fail    |
      | sqs:TagQueue         | [sqs:TagQueue]         | fail    |
      | sqs:UntagQueue       | [sqs:UntagQueue]       | fail    |
      | in other letters     | [SQS:ADDPERMISSION]    | fail    |
      | the whole service    | "sqs:*"                | fail    |
      | everything           | "*"                    | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `[sqs:AddPermission]`
    When the policy SPILE-SQS-008 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].Action`
    And the message for Guard is "Guard allows sqs:AddPermission, which is for whoever administers the queue"
    And the severity for Guard is medium
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `sqs:SendMessage`

  Scenario: Nobody can tell
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is unknown
    When the policy SPILE-SQS-008 is evaluated
    Then the verdict for Guard is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `[sqs:AddPermission]`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-SQS-008 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SQS-008 is evaluated
    Then nothing was evaluated

  Scenario: To refuse it is fine
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"sqs:*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-SQS-008 is evaluated
    Then the verdict for Guard is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.jobs:
        queue_url: https://sqs.eu-west-1.amazonaws.com/123456789012/jobs
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SQS-008 is evaluated
    Then the verdict for aws_sqs_queue_policy.jobs is <verdict>

    Examples:
      | case            | statement                                                                                               | verdict |
      | what users need | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:SendMessage"} | pass    |
      | who may use it  | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:DeleteQueue"} | fail    |

  Scenario Outline: In a plan, written into the resource itself, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue.jobs:
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SQS-008 is evaluated
    Then the verdict for aws_sqs_queue.jobs is <verdict>

    Examples:
      | case            | statement                                                                                               | verdict |
      | what users need | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:SendMessage"} | pass    |
      | who may use it  | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:DeleteQueue"} | fail    |

  Scenario: In a plan, nobody can tell
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.jobs:
        queue_url: https://sqs.eu-west-1.amazonaws.com/123456789012/jobs
        policy: !unknown
      """
    When the policy SPILE-SQS-008 is evaluated
    Then the verdict for aws_sqs_queue_policy.jobs is unknown
