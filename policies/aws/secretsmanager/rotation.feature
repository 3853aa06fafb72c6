Feature: Secrets are rotated

  Background:
    Given the template:
      """yaml
      Resources:
        Token:
          Type: AWS::SecretsManager::Secret
          Properties:
            KmsKeyId: alias/tokens
        Monthly:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref Token
            RotationRules: {AutomaticallyAfterDays: 30}
      """

  Scenario Outline: <case>
    Given `Monthly.Properties.SecretId` is set to `<value>`
    When the policy SPILE-SM-002 is evaluated
    Then the verdict for Token is <verdict>

    Examples:
      | case        | value      | verdict |
      | this one    | !Ref Token | pass    |
      | another one | other      | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Monthly.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SM-002 is evaluated
    Then the finding for Token is at line 2
    And the message for Token is "Token stays the same for ever"
    And the severity for Token is low
    And Token passes once `Monthly.Type` is set to `AWS::SecretsManager::RotationSchedule`

  Scenario: Nobody can tell
    Given `Monthly.Properties.SecretId` is unknown
    When the policy SPILE-SM-002 is evaluated
    Then the verdict for Token is unknown

  Scenario: A template without secrets
    Given `Token.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SM-002 is evaluated
    Then nothing was evaluated

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_secretsmanager_secret.token:
        name: token
      aws_secretsmanager_secret_rotation.monthly:
        secret_id: <value>
        rotation_rules:
          - automatically_after_days: 30
      """
    When the policy SPILE-SM-002 is evaluated
    Then the verdict for aws_secretsmanager_secret.token is <verdict>

    Examples:
      | case            | value                                   | verdict |
      | this one        | !ref aws_secretsmanager_secret.token.id | pass    |
      | another one     | other                                   | fail    |
      | nobody can tell | !unknown                                | unknown |
