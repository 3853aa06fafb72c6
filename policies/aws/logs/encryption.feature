Feature: Log groups are encrypted with a key of KMS

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
    Given `App.Properties.KmsKeyId` is set to `<value>`
    When the policy SPILE-LOG-001 is evaluated
    Then the verdict for App is <verdict>

    Examples:
      | case                     | value                                       | verdict |
      | stated                   | arn:aws:kms:eu-central-1:123456789012:key/k | pass    |
      | refused in so many words | !Ref AWS::NoValue                           | fail    |

  Scenario: Nothing is stated
    Given `App.Properties.KmsKeyId` is removed
    When the policy SPILE-LOG-001 is evaluated
    Then the verdict for App is fail

  Scenario: The finding says what is wrong, and where
    Given `App.Properties.KmsKeyId` is removed
    When the policy SPILE-LOG-001 is evaluated
    Then the finding for App is at `App.Properties`
    And the message for App is "App names no key for what is logged"
    And the severity for App is info
    And App passes once `App.Properties.KmsKeyId` is set to `arn:aws:kms:eu-central-1:123456789012:key/k`

  Scenario: Nobody can tell
    Given `App.Properties` is unknown
    When the policy SPILE-LOG-001 is evaluated
    Then the verdict for App is unknown

  Scenario: A template without log groups
    Given `App.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LOG-001 is evaluated
    Then nothing was evaluated

  Scenario: Which one it is need not be known
    Given `App.Properties.KmsKeyId` is unknown
    When the policy SPILE-LOG-001 is evaluated
    Then the verdict for App is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_cloudwatch_log_group.app:
        kms_key_id: <value>
      """
    When the policy SPILE-LOG-001 is evaluated
    Then the verdict for aws_cloudwatch_log_group.app is <verdict>

    Examples:
      | case                       | value                                      | verdict |
      | a key                      | arn:aws:kms:eu-west-1:123456789012:key/app | pass    |
      | a key that is made with it | !unknown                                   | pass    |
      | none                       | null                                       | fail    |
