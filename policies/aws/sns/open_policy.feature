Feature: Topics are not open to everybody

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
    Given `Guard.Properties.PolicyDocument.Statement[1].Principal` is set to `<value>`
    When the policy SPILE-SNS-001 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                    | value                                        | verdict |
      | a role                  | {AWS: arn:aws:iam::123456789012:role/app}    | pass    |
      | a service               | {Service: events.amazonaws.com}              | pass    |
      | everybody               | "*"                                          | fail    |
      | everybody, as accounts  | {AWS: "*"}                                   | fail    |
      | everybody, among others | {AWS: [arn:aws:iam::123456789012:root, "*"]} | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].Principal` is set to `"*"`
    When the policy SPILE-SNS-001 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].Principal`
    And the message for Guard is "Guard lets everybody use the topic, whichever account they belong to"
    And the severity for Guard is critical
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].Principal` is set to `{Service: events.amazonaws.com}`

  Scenario: Nobody can tell
    Given `Guard.Properties.PolicyDocument.Statement[1].Principal.AWS` is unknown
    When the policy SPILE-SNS-001 is evaluated
    Then the verdict for Guard is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].Principal` is set to `"*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-SNS-001 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SNS-001 is evaluated
    Then nothing was evaluated

  Scenario Outline: <condition> decides who that is
    Given `Guard.Properties.PolicyDocument.Statement[1].Principal` is set to `"*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Condition` is set to `<test>`
    When the policy SPILE-SNS-001 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | condition              | test                                                                | verdict |
      | the source's account   | {StringEquals: {"aws:SourceAccount": "123456789012"}}               | pass    |
      | the source's ARN       | {ArnLike: {"AWS:SourceArn": "arn:aws:s3:::photos"}}                 | pass    |
      | any ARN                | {ArnLike: {"aws:SourceArn": "*"}}                                   | fail    |
      | all but one account    | {StringNotEquals: {"aws:SourceAccount": "123456789012"}}            | fail    |
      | the account, if stated | {StringEqualsIfExists: {"aws:SourceAccount": "123456789012"}}       | fail    |
      | TLS                    | {Bool: {"aws:SecureTransport": "true"}}                             | fail    |

  Scenario: To refuse everybody is fine
    Given `Guard.Properties.PolicyDocument.Statement[1].Principal` is set to `"*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-SNS-001 is evaluated
    Then the verdict for Guard is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic.news:
        policy: '{"Statement": [{"Effect": "Allow", "Principal": <principal>, "Action": "sns:Publish", "Resource": "*"}]}'
      """
    When the policy SPILE-SNS-001 is evaluated
    Then the verdict for aws_sns_topic.news is <verdict>

    Examples:
      | case          | principal               | verdict |
      | one account   | {"AWS": "123456789012"} | pass    |
      | everybody     | "*"                     | fail    |
      | every account | {"AWS": "*"}            | fail    |

  Scenario Outline: In a plan, a policy of its own, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic.news:
        name: news
      aws_sns_topic_policy.news:
        arn: !ref aws_sns_topic.news.id
        policy: '{"Statement": [{"Effect": "Allow", "Principal": <principal>, "Action": "sns:Publish", "Resource": "*"}]}'
      """
    When the policy SPILE-SNS-001 is evaluated
    Then the verdict for aws_sns_topic_policy.news is <verdict>

    Examples:
      | case          | principal               | verdict |
      | one account   | {"AWS": "123456789012"} | pass    |
      | everybody     | "*"                     | fail    |
      | every account | {"AWS": "*"}            | fail    |

  Scenario: In a plan, nobody can tell
    Given the planned resources:
      """yaml
      aws_sns_topic.news:
        policy: !unknown
      """
    When the policy SPILE-SNS-001 is evaluated
    Then the verdict for aws_sns_topic.news is unknown
