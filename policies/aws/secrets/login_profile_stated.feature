Feature: Login profiles state where the password comes from

  Background:
    Given the template:
      """yaml
      Resources:
        Subject:
          Type: AWS::IAM::User
          Properties:
            LoginProfile:
              PasswordResetRequired: true
              Password: "{{resolve:secretsmanager:alice:SecretString}}"
      """

  Scenario Outline: <case>
    Given `Subject.Properties.LoginProfile.Password` is set to `<value>`
    When the policy SPILE-SEC-038 is evaluated
    Then the verdict for Subject is <verdict>

    Examples:
      | case                 | value                              | verdict |
      | from Secrets Manager | "{{resolve:secretsmanager:alice}}" | pass    |
      | nothing at all       | !Ref AWS::NoValue                  | fail    |

  Scenario: The password is left out
    Given `Subject.Properties.LoginProfile.Password` is removed
    When the policy SPILE-SEC-038 is evaluated
    Then the verdict for Subject is fail

  Scenario: The finding says what is wrong, and where
    Given `Subject.Properties.LoginProfile.Password` is removed
    When the policy SPILE-SEC-038 is evaluated
    Then the finding for Subject is at `Subject.Properties.LoginProfile`
    And the message for Subject is "the login profile of Subject states no password"
    And the severity for Subject is low
    And Subject passes once `Subject.Properties.LoginProfile.Password` is set to `"{{resolve:secretsmanager:alice}}"`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-SEC-038 is evaluated
    Then the verdict for Subject is unknown

    Examples:
      | place                           |
      | Subject.Properties              |
      | Subject.Properties.LoginProfile |

  Scenario: Who may not log in needs no password
    Given `Subject.Properties.LoginProfile` is removed
    When the policy SPILE-SEC-038 is evaluated
    Then the verdict for Subject is not applicable

  Scenario: A template without users
    Given `Subject.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SEC-038 is evaluated
    Then nothing was evaluated
