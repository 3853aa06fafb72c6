Feature: Log groups say how long they keep logs

  Background:
    Given the template:
      """yaml
      Resources:
        App:
          Type: AWS::Logs::LogGroup
          Properties:
            RetentionInDays: 90
            KmsKeyId: arn:aws:kms:eu-central-1:123456789012:key/k
      """

  Scenario Outline: <case>
    Given `App.Properties.RetentionInDays` is set to `<value>`
    When the policy SPILE-LOG-002 is evaluated
    Then the verdict for App is <verdict>

    Examples:
      | case                     | value             | verdict |
      | stated                   | 365               | pass    |
      | refused in so many words | !Ref AWS::NoValue | fail    |

  Scenario: Nothing is stated
    Given `App.Properties.RetentionInDays` is removed
    When the policy SPILE-LOG-002 is evaluated
    Then the verdict for App is fail

  Scenario: The finding says what is wrong, and where
    Given `App.Properties.RetentionInDays` is removed
    When the policy SPILE-LOG-002 is evaluated
    Then the finding for App is at `App.Properties`
    And the message for App is "App keeps what is logged for ever"
    And the severity for App is low
    And App passes once `App.Properties.RetentionInDays` is set to `365`

  Scenario: Nobody can tell
    Given `App.Properties` is unknown
    When the policy SPILE-LOG-002 is evaluated
    Then the verdict for App is unknown

  Scenario: A template without log groups
    Given `App.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LOG-002 is evaluated
    Then nothing was evaluated

  Scenario: Which one it is need not be known
    Given `App.Properties.RetentionInDays` is unknown
    When the policy SPILE-LOG-002 is evaluated
    Then the verdict for App is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_cloudwatch_log_group.app:
        retention_in_days: <value>
      """
    When the policy SPILE-LOG-002 is evaluated
    Then the verdict for aws_cloudwatch_log_group.app is <verdict>

    Examples:
      | case              | value    | verdict |
      | a month           | 30       | pass    |
      | for ever          | 0        | fail    |
      | nothing is stated | null     | fail    |
      | nobody can tell   | !unknown | unknown |
