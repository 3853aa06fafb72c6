Feature: Identity pools give nothing to strangers

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
    Given `Visitors.Properties.AllowUnauthenticatedIdentities` is set to `<value>`
    When the policy SPILE-COG-003 is evaluated
    Then the verdict for Visitors is <verdict>

    Examples:
      | case              | value  | verdict |
      | no guests         | false  | pass    |
      | guests            | true   | fail    |
      | guests, as a text | "true" | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Visitors.Properties.AllowUnauthenticatedIdentities` is set to `true`
    When the policy SPILE-COG-003 is evaluated
    Then the finding for Visitors is at `Visitors.Properties.AllowUnauthenticatedIdentities`
    And the message for Visitors is "Visitors hands out credentials to whoever asks"
    And the severity for Visitors is high
    And Visitors passes once `Visitors.Properties.AllowUnauthenticatedIdentities` is set to `false`

  Scenario: Nobody can tell
    Given `Visitors.Properties.AllowUnauthenticatedIdentities` is unknown
    When the policy SPILE-COG-003 is evaluated
    Then the verdict for Visitors is unknown

  Scenario: A template without identity pools
    Given `Visitors.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-COG-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cognito_identity_pool.i:
        identity_pool_name: i
        allow_unauthenticated_identities: false
      """
    When the policy SPILE-COG-003 is evaluated
    Then the verdict for aws_cognito_identity_pool.i is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cognito_identity_pool.i:
        identity_pool_name: i
        allow_unauthenticated_identities: true
      """
    When the policy SPILE-COG-003 is evaluated
    Then the verdict for aws_cognito_identity_pool.i is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_cognito_identity_pool.i:
        identity_pool_name: i
        allow_unauthenticated_identities: !unknown
      """
    When the policy SPILE-COG-003 is evaluated
    Then the verdict for aws_cognito_identity_pool.i is unknown
