Feature: User pools do not switch the second factor off

  Background:
    Given the template:
      """yaml
      Resources:
        People:
          Type: AWS::Cognito::UserPool
          Properties:
            MfaConfiguration: "ON"
        Visitors:
          Type: AWS::Cognito::IdentityPool
          Properties:
            AllowUnauthenticatedIdentities: false
      """

  Scenario Outline: <case>
    Given `People.Properties.MfaConfiguration` is set to `<value>`
    When the policy SPILE-COG-001 is evaluated
    Then the verdict for People is <verdict>

    Examples:
      | case                           | value    | verdict |
      | for everybody                  | "ON"     | pass    |
      | for who wants it               | OPTIONAL | pass    |
      | for nobody                     | "OFF"    | fail    |
      | for nobody, without quotes     | OFF      | fail    |
      | for nobody, as JSON may say it | false    | fail    |
      | for nobody, in small letters   | "off"    | fail    |

  Scenario: Another policy asks that it is stated
    Given `People.Properties.MfaConfiguration` is removed
    When the policy SPILE-COG-001 is evaluated
    Then the verdict for People is not applicable

  Scenario: The finding says what is wrong, and where
    Given `People.Properties.MfaConfiguration` is set to `"OFF"`
    When the policy SPILE-COG-001 is evaluated
    Then the finding for People is at `People.Properties.MfaConfiguration`
    And the message for People is "People takes a password alone for proof of who somebody is"
    And the severity for People is high
    And People passes once `People.Properties.MfaConfiguration` is set to `OPTIONAL`

  Scenario: Nobody can tell
    Given `People.Properties.MfaConfiguration` is unknown
    When the policy SPILE-COG-001 is evaluated
    Then the verdict for People is unknown

  Scenario: Nothing is known of the pool
    Given `People.Properties` is unknown
    When the policy SPILE-COG-001 is evaluated
    Then the verdict for People is unknown

  Scenario: A template without user pools
    Given `People.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-COG-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cognito_user_pool.u:
        name: u
        mfa_configuration: "ON"
      """
    When the policy SPILE-COG-001 is evaluated
    Then the verdict for aws_cognito_user_pool.u is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cognito_user_pool.u:
        name: u
        mfa_configuration: "OFF"
      """
    When the policy SPILE-COG-001 is evaluated
    Then the verdict for aws_cognito_user_pool.u is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_cognito_user_pool.u:
        name: u
        mfa_configuration: !unknown
      """
    When the policy SPILE-COG-001 is evaluated
    Then the verdict for aws_cognito_user_pool.u is unknown
