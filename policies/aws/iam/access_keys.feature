Feature: Users have at most one access key

  Background:
    Given the template:
      """yaml
      Resources:
        Alice:
          Type: AWS::IAM::User
        Key:
          Type: AWS::IAM::AccessKey
          Properties:
            UserName: !Ref Alice
        Spare:
          Type: AWS::IAM::AccessKey
          Properties:
            UserName: bob
      """

  Scenario Outline: <case>
    Given `Spare.Properties.UserName` is set to `<value>`
    When the policy SPILE-IAM-030 is evaluated
    Then the verdict for Key is <verdict>

    Examples:
      | case               | value      | verdict |
      | both keys are hers | !Ref Alice | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Key.Properties.UserName` is set to `bob`
    When the policy SPILE-IAM-030 is evaluated
    Then the finding for Key is at `Key.Properties.UserName`
    And the message for Key is "Key is not the only access key of bob"
    And the severity for Key is medium
    And Key passes once `Key.Properties.UserName` is set to `carol`

  Scenario: Nobody can tell
    Given `Spare.Properties.UserName` is unknown
    When the policy SPILE-IAM-030 is evaluated
    Then the verdict for Key is unknown

  Scenario: A template without access keys
    Given `Resources` is set to `{Alice: {Type: AWS::IAM::User}}`
    When the policy SPILE-IAM-030 is evaluated
    Then nothing was evaluated

  Scenario: Each has a key
    Given `Key.Properties.UserName` is set to `alice`
    When the policy SPILE-IAM-030 is evaluated
    Then the verdict for Key is pass
    And the verdict for Spare is pass

  Scenario: A plan of Terraform that keeps to it
    Given `Key.Properties.UserName` is set to `alice`
    And `Spare.Properties.UserName` is set to `bob`
    And the planned resources:
      """yaml
      aws_iam_access_key.one:
        user: u
      """
    When the policy SPILE-IAM-030 is evaluated
    Then the verdict for aws_iam_access_key.one is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_access_key.one:
        user: u
      aws_iam_access_key.two:
        user: u
      """
    When the policy SPILE-IAM-030 is evaluated
    Then the verdict for aws_iam_access_key.one is fail
