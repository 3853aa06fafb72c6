Feature: Users get their rights from groups

  Background:
    Given the template:
      """yaml
      Resources:
        Alice:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
      """

  Scenario Outline: <case>
    Given `Alice.Properties.Groups` is set to `<value>`
    When the policy SPILE-IAM-025 is evaluated
    Then the verdict for Alice is <verdict>

    Examples:
      | case          | value              | verdict |
      | two groups    | [readers, writers] | pass    |
      | an empty list | []                 | fail    |

  Scenario: No group at all
    Given `Alice.Properties.Groups` is removed
    When the policy SPILE-IAM-025 is evaluated
    Then the verdict for Alice is fail

  Scenario: The finding says what is wrong, and where
    Given `Alice.Properties.Groups` is removed
    When the policy SPILE-IAM-025 is evaluated
    Then the finding for Alice is at `Alice.Properties`
    And the message for Alice is "Alice belongs to no group"
    And the severity for Alice is low
    And Alice passes once `Alice.Properties.Groups` is set to `[readers]`

  Scenario: Nobody can tell
    Given `Alice.Properties.Groups` is unknown
    When the policy SPILE-IAM-025 is evaluated
    Then the verdict for Alice is unknown

  Scenario: A template without users
    Given `Alice.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-025 is evaluated
    Then nothing was evaluated

  Scenario: A resource of its own makes her a member
    Given `Alice.Properties.Groups` is removed
    And `Resources.Joining` is set to `{Type: AWS::IAM::UserToGroupAddition, Properties: {GroupName: readers, Users: [!Ref Alice]}}`
    When the policy SPILE-IAM-025 is evaluated
    Then the verdict for Alice is pass

  Scenario: It makes somebody else a member
    Given `Alice.Properties.Groups` is removed
    And `Resources.Bob` is set to `{Type: AWS::IAM::User, Properties: {Groups: [writers]}}`
    And `Resources.Joining` is set to `{Type: AWS::IAM::UserToGroupAddition, Properties: {GroupName: readers, Users: [!Ref Bob]}}`
    When the policy SPILE-IAM-025 is evaluated
    Then the verdict for Alice is fail

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_user.u:
        name: u
      aws_iam_user_group_membership.m:
        user: !ref aws_iam_user.u.name
        groups: [staff]
      """
    When the policy SPILE-IAM-025 is evaluated
    Then the verdict for aws_iam_user.u is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_user.u:
        name: u
      """
    When the policy SPILE-IAM-025 is evaluated
    Then the verdict for aws_iam_user.u is fail
