Feature: Alarms do something

  Background:
    Given the template:
      """yaml
      Resources:
        Errors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
            AlarmActions: [arn:aws:sns:eu-central-1:123456789012:oncall]
      """

  Scenario Outline: <case>
    Given `Errors.Properties.AlarmActions` is set to `<value>`
    When the policy SPILE-CW-001 is evaluated
    Then the verdict for Errors is <verdict>

    Examples:
      | case               | value                                          | verdict |
      | somebody is called | [arn:aws:sns:eu-central-1:123456789012:oncall] | pass    |
      | nobody is called   | []                                             | fail    |

  Scenario: Nothing is stated
    Given `Errors.Properties.AlarmActions` is removed
    When the policy SPILE-CW-001 is evaluated
    Then the verdict for Errors is fail

  Scenario: The finding says what is wrong, and where
    Given `Errors.Properties.AlarmActions` is removed
    When the policy SPILE-CW-001 is evaluated
    Then the finding for Errors is at `Errors.Properties`
    And the message for Errors is "nothing happens when Errors goes off"
    And the severity for Errors is low
    And Errors passes once `Errors.Properties.AlarmActions` is set to `[arn:aws:sns:eu-central-1:123456789012:oncall]`

  Scenario: Nobody can tell
    Given `Errors.Properties.AlarmActions` is unknown
    When the policy SPILE-CW-001 is evaluated
    Then the verdict for Errors is unknown

  Scenario: A template without alarms
    Given `Errors.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CW-001 is evaluated
    Then nothing was evaluated

  Scenario Outline: <when> something happens as well
    Given `Errors.Properties.AlarmActions` is removed
    And `Errors.Properties.<when>` is set to `[arn:aws:sns:eu-central-1:123456789012:oncall]`
    When the policy SPILE-CW-001 is evaluated
    Then the verdict for Errors is pass

    Examples:
      | when                    |
      | OKActions               |
      | InsufficientDataActions |

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_cloudwatch_metric_alarm.errors:
        <attribute>: <value>
      """
    When the policy SPILE-CW-001 is evaluated
    Then the verdict for aws_cloudwatch_metric_alarm.errors is <verdict>

    Examples:
      | case                          | attribute                 | value                                         | verdict |
      | a topic when it goes off      | alarm_actions             | ["arn:aws:sns:eu-west-1:123456789012:oncall"] | pass    |
      | a topic when all is well      | ok_actions                | ["arn:aws:sns:eu-west-1:123456789012:oncall"] | pass    |
      | a topic when nothing is heard | insufficient_data_actions | ["arn:aws:sns:eu-west-1:123456789012:oncall"] | pass    |
      | an empty list                 | alarm_actions             | []                                            | fail    |
      | nothing is stated             | alarm_actions             | null                                          | fail    |
      | nobody can tell               | alarm_actions             | !unknown                                      | unknown |
