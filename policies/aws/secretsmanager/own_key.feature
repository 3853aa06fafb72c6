Feature: Secrets are encrypted with a key of your own

  Background:
    Given the template:
      """yaml
      Resources:
        Token:
          Type: AWS::SecretsManager::Secret
          Properties:
            KmsKeyId: alias/tokens
      """

  Scenario Outline: <case>
    Given `Token.Properties.KmsKeyId` is set to `<value>`
    When the policy SPILE-SM-001 is evaluated
    Then the verdict for Token is <verdict>

    Examples:
      | case                       | value                                                          | verdict |
      | a key of one's own         | alias/tokens                                                   | pass    |
      | the key of AWS             | alias/aws/secretsmanager                                       | fail    |
      | the key of AWS, by its ARN | arn:aws:kms:eu-central-1:123456789012:alias/aws/secretsmanager | fail    |

  Scenario: No key is named
    Given `Token.Properties.KmsKeyId` is removed
    When the policy SPILE-SM-001 is evaluated
    Then the verdict for Token is fail

  Scenario: The finding says what is wrong, and where
    Given `Token.Properties.KmsKeyId` is removed
    When the policy SPILE-SM-001 is evaluated
    Then the finding for Token is at `Token.Properties`
    And the message for Token is "Token is encrypted with the key that AWS manages: its use can be neither refused nor shared with another account"
    And the severity for Token is low
    And Token passes once `Token.Properties.KmsKeyId` is set to `alias/tokens`

  Scenario: Nobody can tell
    Given `Token.Properties.KmsKeyId` is unknown
    When the policy SPILE-SM-001 is evaluated
    Then the verdict for Token is unknown

  Scenario: A template without secrets
    Given `Token.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SM-001 is evaluated
    Then nothing was evaluated

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_secretsmanager_secret.token:
        kms_key_id: <value>
      """
    When the policy SPILE-SM-001 is evaluated
    Then the verdict for aws_secretsmanager_secret.token is <verdict>

    Examples:
      | case              | value                    | verdict |
      | a key of your own | alias/tokens             | pass    |
      | AWS's             | alias/aws/secretsmanager | fail    |
      | none              | null                     | fail    |
      | nobody can tell   | !unknown                 | unknown |
