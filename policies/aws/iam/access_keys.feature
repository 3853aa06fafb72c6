Feature: Users have at most one access key

  Background:
    Given the template:
      """yaml
      Resources:
        Alice:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
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
    Then the verdict for Alice is <verdict>

    Examples:
      | case                               | value      | verdict |
      | the other key is for somebody else | bob        | pass    |
      | both keys are hers                 | !Ref Alice | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Spare.Properties.UserName` is set to `!Ref Alice`
    When the policy SPILE-IAM-030 is evaluated
    Then the finding for Alice is at `Alice`
    And the message for Alice is "Alice has 2 access keys"
    And Alice passes once `Spare.Type` is set to `AWS::SNS::Topic`

  Scenario: Nobody can tell
    Given `Spare.Properties.UserName` is unknown
    When the policy SPILE-IAM-030 is evaluated
    Then the verdict for Alice is unknown

  Scenario: A template without users
    Given `Alice.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-030 is evaluated
    Then nothing was evaluated
