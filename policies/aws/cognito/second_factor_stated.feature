Feature: User pools state whether they ask for a second factor

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

  Scenario: Stated
    When the policy SPILE-COG-002 is evaluated
    Then the verdict for People is pass

  Scenario: Stated to be off, which is the matter of another policy
    Given `People.Properties.MfaConfiguration` is set to `"OFF"`
    When the policy SPILE-COG-002 is evaluated
    Then the verdict for People is pass

  Scenario: The finding says what is wrong, and where
    Given `People.Properties.MfaConfiguration` is removed
    When the policy SPILE-COG-002 is evaluated
    Then the finding for People is at `People.Properties`
    And the message for People is "People does not say so, and therefore takes a password alone"
    And the severity for People is medium
    And People passes once `People.Properties.MfaConfiguration` is set to `OPTIONAL`

  Scenario: Nobody can tell
    Given `People.Properties` is unknown
    When the policy SPILE-COG-002 is evaluated
    Then the verdict for People is unknown

  Scenario: A template without user pools
    Given `People.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-COG-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cognito_user_pool.u:
        name: u
        mfa_configuration: "ON"
      """
    When the policy SPILE-COG-002 is evaluated
    Then the verdict for aws_cognito_user_pool.u is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cognito_user_pool.u:
        name: u
      """
    When the policy SPILE-COG-002 is evaluated
    Then the verdict for aws_cognito_user_pool.u is fail
