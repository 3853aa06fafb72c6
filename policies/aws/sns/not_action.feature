Feature: Topic policies say which actions they allow

  Background:
    Given the template:
      """yaml
      Resources:
        Guard:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [arn:aws:sns:eu-central-1:123456789012:news]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:role/reader}
                  Action: [sns:Publish]
                  Resource: "*"
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:role/app}
                  Action: [sns:Publish]
                  Resource: "*"
      """

  Scenario Outline: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-SNS-003 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                   | place                                                  | value         | verdict |
      | one that is left out   | Guard.Properties.PolicyDocument.Statement[1].NotAction | sns:Publish   | fail    |
      | a list of them         | Guard.Properties.PolicyDocument.Statement[1].NotAction | [sns:Publish] | fail    |
      | none                   | Guard.Properties.PolicyDocument.Statement[1].NotAction | []            | pass    |
      | those that are allowed | Guard.Properties.PolicyDocument.Statement[1].Action    | sns:Publish   | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].NotAction` is set to `[sns:Publish]`
    When the policy SPILE-SNS-003 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].NotAction`
    And the message for Guard is "Guard allows every action but those that it names"
    And the severity for Guard is medium
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].NotAction` is removed

  Scenario: Nobody can tell
    Given `Guard.Properties.PolicyDocument.Statement[1].NotAction` is unknown
    When the policy SPILE-SNS-003 is evaluated
    Then the verdict for Guard is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].NotAction` is set to `[sns:Publish]`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-SNS-003 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SNS-003 is evaluated
    Then nothing was evaluated

  Scenario: Beside Deny it is the usual way to say it
    Given `Guard.Properties.PolicyDocument.Statement[1].NotAction` is set to `sns:Publish`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-SNS-003 is evaluated
    Then the verdict for Guard is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic_policy.news:
        arn: arn:aws:sns:eu-west-1:123456789012:news
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SNS-003 is evaluated
    Then the verdict for aws_sns_topic_policy.news is <verdict>

    Examples:
      | case            | statement                                                                                                    | verdict |
      | actions by name | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:Publish"}          | pass    |
      | a refusal       | {"Effect": "Deny", "Principal": {"AWS": "123456789012"}, "Resource": "*", "NotAction": "sns:Publish"}        | pass    |
      | all but some    | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "NotAction": "sns:AddPermission"} | fail    |

  Scenario Outline: In a plan, written into the resource itself, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic.news:
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SNS-003 is evaluated
    Then the verdict for aws_sns_topic.news is <verdict>

    Examples:
      | case            | statement                                                                                                    | verdict |
      | actions by name | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:Publish"}          | pass    |
      | a refusal       | {"Effect": "Deny", "Principal": {"AWS": "123456789012"}, "Resource": "*", "NotAction": "sns:Publish"}        | pass    |
      | all but some    | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "NotAction": "sns:AddPermission"} | fail    |

  Scenario: In a plan, nobody can tell
    Given the planned resources:
      """yaml
      aws_sns_topic_policy.news:
        arn: arn:aws:sns:eu-west-1:123456789012:news
        policy: !unknown
      """
    When the policy SPILE-SNS-003 is evaluated
    Then the verdict for aws_sns_topic_policy.news is unknown
