Feature: Topic policies name the actions that they allow

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
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `<value>`
    When the policy SPILE-SNS-006 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                  | value                  | verdict |
      | one action            | sns:Publish            | pass    |
      | a part of the service | [sns:Get*]             | pass    |
      | the whole service     | [sns:Publish, "sns:*"] | fail    |
      | everything            | "*"                    | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"sns:*"`
    When the policy SPILE-SNS-006 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].Action`
    And the message for Guard is "Guard allows every action that sns:* stands for"
    And the severity for Guard is high
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `sns:Publish`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-SNS-006 is evaluated
    Then the verdict for Guard is unknown

    Examples:
      | place                                                  |
      | Guard.Properties.PolicyDocument.Statement[1].Action[0] |
      | Guard.Properties.PolicyDocument.Statement[1].Action    |

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"sns:*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-SNS-006 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SNS-006 is evaluated
    Then nothing was evaluated

  Scenario: To refuse everything is fine
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-SNS-006 is evaluated
    Then the verdict for Guard is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic_policy.news:
        arn: arn:aws:sns:eu-west-1:123456789012:news
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SNS-006 is evaluated
    Then the verdict for aws_sns_topic_policy.news is <verdict>

    Examples:
      | case                      | statement                                                                                           | verdict |
      | the action that is needed | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:Publish"} | pass    |
      | every action              | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:*"}       | fail    |

  Scenario Outline: In a plan, written into the resource itself, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic.news:
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SNS-006 is evaluated
    Then the verdict for aws_sns_topic.news is <verdict>

    Examples:
      | case                      | statement                                                                                           | verdict |
      | the action that is needed | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:Publish"} | pass    |
      | every action              | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:*"}       | fail    |

  Scenario: In a plan, nobody can tell
    Given the planned resources:
      """yaml
      aws_sns_topic_policy.news:
        arn: arn:aws:sns:eu-west-1:123456789012:news
        policy: !unknown
      """
    When the policy SPILE-SNS-006 is evaluated
    Then the verdict for aws_sns_topic_policy.news is unknown
