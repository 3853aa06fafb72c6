Feature: Parameters of the Parameter Store hold no secrets in plain text

  Background:
    Given the template:
      """yaml
      Parameters:
        Secret: {Type: String, NoEcho: true}
      Resources:
        Shop:
          Type: AWS::SSM::Parameter
          Properties:
            Name: /shop/payment-api-key
            Type: String
            Value: !Ref Secret
      """

  Scenario Outline: <case>
    Given `Shop.Properties.Value` is set to `<value>`
    When the policy SPILE-SSM-001 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case                                 | value                                              | verdict |
      | the text itself                      | k3y-0f-sh0p                                        | fail    |
      | a reference to Secrets Manager       | "{{resolve:secretsmanager:shop:SecretString:key}}" | pass    |
      | a parameter without echo and default | !Ref Secret                                        | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.Value` is set to `k3y-0f-sh0p`
    When the policy SPILE-SSM-001 is evaluated
    Then the finding for Shop is at `Shop.Properties.Value`
    And the message for Shop is "Shop holds a secret by its name, and its value can be read where it is declared"
    And the severity for Shop is high
    And Shop passes once `Shop.Properties.Value` is set to `!Ref Secret`

  Scenario: Nobody can tell
    Given `Shop.Properties.Value` is unknown
    When the policy SPILE-SSM-001 is evaluated
    Then the verdict for Shop is unknown

  Scenario: Nobody knows what it is called
    Given `Shop.Properties.Value` is set to `k3y-0f-sh0p`
    And `Shop.Properties.Name` is unknown
    When the policy SPILE-SSM-001 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without parameters of the store
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SSM-001 is evaluated
    Then nothing was evaluated

  Scenario Outline: <name> is the name of a secret: <verdict>
    Given `Shop.Properties.Name` is set to `<name>`
    And `Shop.Properties.Value` is set to `k3y-0f-sh0p`
    When the policy SPILE-SSM-001 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | name                   | verdict        |
      | /shop/client-secret    | fail           |
      | /shop/DB_PASSWORD      | fail           |
      | /shop/payment_api_key  | fail           |
      | /shop/PaymentApiKey    | fail           |
      | /shop/github-token     | fail           |
      | /shop/colour           | not applicable |

  Scenario: What has no name is judged by its logical name
    Given `Shop.Properties.Name` is removed
    And `Shop.Properties.Value` is set to `k3y-0f-sh0p`
    When the policy SPILE-SSM-001 is evaluated
    Then the verdict for Shop is not applicable

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_ssm_parameter.shop:
        name: <name>
        type: <type>
        value: <value>
      """
    When the policy SPILE-SSM-001 is evaluated
    Then the verdict for aws_ssm_parameter.shop is <verdict>

    Examples:
      | case                     | name          | type         | value       | verdict        |
      | encrypted                | /shop/api_key | SecureString | k3y-0f-sh0p | pass           |
      | in plain text            | /shop/api_key | String       | k3y-0f-sh0p | fail           |
      | no secret                | /shop/colour  | String       | blue        | not applicable |
      | nobody can tell its type | /shop/api_key | !unknown     | k3y-0f-sh0p | unknown        |
