Feature: Topic policies do not hand out the administration of the topic

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
    When the policy SPILE-SNS-007 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                 | value                  | verdict |
      | using it             | sns:Publish            | pass    |
      | reading about it     | [sns:Get*]             | pass    |
      | sns:AddPermission    | [sns:AddPermission]    | fail    |
      | sns:RemovePermission | [sns:RemovePermission] | fail    |
      | sns:TagResource      | [sns:TagResource]      | fail    |
      | sns:UntagResource    | [sns:UntagResource]    | fail    |
      | in other letters     | [SNS:ADDPERMISSION]    | fail    |
      | the whole service    | "sns:*"                | fail    |
      | everything           | "*"                    | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `[sns:AddPermission]`
    When the policy SPILE-SNS-007 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].Action`
    And the message for Guard is "Guard allows sns:AddPermission, which is for whoever administers the topic"
    And the severity for Guard is medium
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `sns:Publish`

  Scenario: Nobody can tell
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is unknown
    When the policy SPILE-SNS-007 is evaluated
    Then the verdict for Guard is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `[sns:AddPermission]`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-SNS-007 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SNS-007 is evaluated
    Then nothing was evaluated

  Scenario: To refuse it is fine
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"sns:*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-SNS-007 is evaluated
    Then the verdict for Guard is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic_policy.news:
        arn: arn:aws:sns:eu-west-1:123456789012:news
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SNS-007 is evaluated
    Then the verdict for aws_sns_topic_policy.news is <verdict>

    Examples:
      | case            | statement                                                                                                 | verdict |
      | what users need | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:Publish"}       | pass    |
      | who may use it  | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:AddPermission"} | fail    |

  Scenario Outline: In a plan, written into the resource itself, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic.news:
        policy: '{"Statement": [<statement>]}'
      """
    When the policy SPILE-SNS-007 is evaluated
    Then the verdict for aws_sns_topic.news is <verdict>

    Examples:
      | case            | statement                                                                                                 | verdict |
      | what users need | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:Publish"}       | pass    |
      | who may use it  | {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Resource": "*", "Action": "sns:AddPermission"} | fail    |

  Scenario: In a plan, nobody can tell
    Given the planned resources:
      """yaml
      aws_sns_topic_policy.news:
        arn: arn:aws:sns:eu-west-1:123456789012:news
        policy: !unknown
      """
    When the policy SPILE-SNS-007 is evaluated
    Then the verdict for aws_sns_topic_policy.news is unknown
