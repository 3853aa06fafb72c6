Feature: Queue policies say whom they let in

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
    Given `<place>` is set to `<value>`
    When the policy SPILE-SQS-002 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                       | place                                                     | value                                     | verdict |
      | one who is left out        | Guard.Properties.PolicyDocument.Statement[1].NotPrincipal | {AWS: arn:aws:iam::123456789012:user/eve} | fail    |
      | a service that is left out | Guard.Properties.PolicyDocument.Statement[1].NotPrincipal | {Service: events.amazonaws.com}           | fail    |
      | those who are let in       | Guard.Properties.PolicyDocument.Statement[1].Principal    | {AWS: "123456789012"}                     | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].NotPrincipal` is set to `{AWS: arn:aws:iam::123456789012:user/eve}`
    When the policy SPILE-SQS-002 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].NotPrincipal.AWS`
    And the message for Guard is "Guard lets everybody use the queue but those whom it names"
    And the severity for Guard is critical
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].NotPrincipal` is removed

  Scenario: Nobody can tell
    Given `Guard.Properties.PolicyDocument.Statement[1].NotPrincipal` is unknown
    When the policy SPILE-SQS-002 is evaluated
    Then the verdict for Guard is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].NotPrincipal` is set to `{AWS: arn:aws:iam::123456789012:user/eve}`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-SQS-002 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SQS-002 is evaluated
    Then nothing was evaluated

  Scenario: Beside Deny it is the usual way to say it
    Given `Guard.Properties.PolicyDocument.Statement[1].NotPrincipal` is set to `{AWS: arn:aws:iam::123456789012:role/admin}`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-SQS-002 is evaluated
    Then the verdict for Guard is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.jobs:
        queue_url: https://sqs.eu-west-1.amazonaws.com/123456789012/jobs
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SQS-002 is evaluated
    Then the verdict for aws_sqs_queue_policy.jobs is <verdict>

    Examples:
      | case            | statement                                                                                                  | verdict |
      | callers by name | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:SendMessage"}    | pass    |
      | all but some    | {"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:SendMessage"} | fail    |

  Scenario Outline: In a plan, written into the resource itself, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue.jobs:
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SQS-002 is evaluated
    Then the verdict for aws_sqs_queue.jobs is <verdict>

    Examples:
      | case            | statement                                                                                                  | verdict |
      | callers by name | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:SendMessage"}    | pass    |
      | all but some    | {"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sqs:SendMessage"} | fail    |

  Scenario: In a plan, nobody can tell
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.jobs:
        queue_url: https://sqs.eu-west-1.amazonaws.com/123456789012/jobs
        policy: !unknown
      """
    When the policy SPILE-SQS-002 is evaluated
    Then the verdict for aws_sqs_queue_policy.jobs is unknown
