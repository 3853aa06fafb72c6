Feature: Users choose a password of their own at the first login

  Background:
    Given the template:
      """yaml
      Resources:
        Alice:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
            LoginProfile:
              Password: "{{resolve:secretsmanager:alice:SecretString}}"
              PasswordResetRequired: true
      """

  Scenario Outline: <case>
    Given `Alice.Properties.LoginProfile.PasswordResetRequired` is set to `<value>`
    When the policy SPILE-IAM-027 is evaluated
    Then the verdict for Alice is <verdict>

    Examples:
      | case                    | value   | verdict |
      | asked for               | true    | pass    |
      | asked for by a text     | "true"  | pass    |
      | not asked for           | false   | fail    |
      | not asked for by a text | "false" | fail    |

  Scenario: IAM does not ask by itself
    Given `Alice.Properties.LoginProfile.PasswordResetRequired` is removed
    When the policy SPILE-IAM-027 is evaluated
    Then the verdict for Alice is fail

  Scenario: The finding says what is wrong, and where
    Given `Alice.Properties.LoginProfile.PasswordResetRequired` is set to `false`
    When the policy SPILE-IAM-027 is evaluated
    Then the finding for Alice is at `Alice.Properties.LoginProfile.PasswordResetRequired`
    And the message for Alice is "Alice keeps the password that the template gives"
    And the severity for Alice is medium
    And Alice passes once `Alice.Properties.LoginProfile.PasswordResetRequired` is set to `true`

  Scenario: Nobody can tell
    Given `Alice.Properties.LoginProfile.PasswordResetRequired` is unknown
    When the policy SPILE-IAM-027 is evaluated
    Then the verdict for Alice is unknown

  Scenario: Who may not log in needs no password
    Given `Alice.Properties.LoginProfile` is removed
    When the policy SPILE-IAM-027 is evaluated
    Then the verdict for Alice is not applicable

  Scenario: A template without users
    Given `Alice.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-027 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_user.u:
        name: u
      aws_iam_user_login_profile.l:
        user: !ref aws_iam_user.u.name
        password_reset_required: true
      """
    When the policy SPILE-IAM-027 is evaluated
    Then the verdict for aws_iam_user.u is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_user.u:
        name: u
      aws_iam_user_login_profile.l:
        user: !ref aws_iam_user.u.name
        password_reset_required: false
      """
    When the policy SPILE-IAM-027 is evaluated
    Then the verdict for aws_iam_user.u is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_iam_user.u:
        name: u
      """
    When the policy SPILE-IAM-027 is evaluated
    Then the verdict for aws_iam_user.u is not applicable
