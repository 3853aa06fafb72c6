Feature: Function URLs do not answer the pages of every site in every way

  Background:
    Given the template:
      """yaml
      Resources:
        Door:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: worker
            Cors:
              AllowOrigins: ["https://shop.example"]
              AllowMethods: [GET]
      """

  Scenario Outline: <case>
    Given `Door.Properties.Cors.AllowOrigins` is set to `<value>`
    When the policy SPILE-LAMBDA-011 is evaluated
    Then the verdict for Door is <verdict>

    Examples:
      | case                       | value                    | verdict |
      | one site                   | ["https://shop.example"] | pass    |
      | every site, but one method | ["*"]                    | pass    |

  Scenario Outline: <case>
    Given `Door.Properties.Cors.AllowMethods` is set to `<value>`
    When the policy SPILE-LAMBDA-011 is evaluated
    Then the verdict for Door is <verdict>

    Examples:
      | case                       | value | verdict |
      | every method, but one site | ["*"] | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Door.Properties.Cors.AllowOrigins` is set to `["*"]`
    And `Door.Properties.Cors.AllowMethods` is set to `["*"]`
    When the policy SPILE-LAMBDA-011 is evaluated
    Then the finding for Door is at `Door.Properties.Cors.AllowOrigins`
    And the message for Door is "pages of every site may call Door with every method"
    And the severity for Door is medium
    And Door passes once `Door.Properties.Cors.AllowMethods` is set to `[GET]`

  Scenario: Without Cors no page may
    Given `Door.Properties.Cors` is removed
    When the policy SPILE-LAMBDA-011 is evaluated
    Then the verdict for Door is pass

  Scenario: Nobody can tell
    Given `Door.Properties.Cors` is unknown
    When the policy SPILE-LAMBDA-011 is evaluated
    Then the verdict for Door is unknown

  Scenario: A template without addresses
    Given `Door.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-011 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function_url.open:
        function_name: f
        authorization_type: AWS_IAM
        cors: [{allow_origins: ["https://shop.example"], allow_methods: ["*"]}]
      """
    When the policy SPILE-LAMBDA-011 is evaluated
    Then the verdict for aws_lambda_function_url.open is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function_url.open:
        function_name: f
        authorization_type: AWS_IAM
        cors: [{allow_origins: ["*"], allow_methods: ["*"]}]
      """
    When the policy SPILE-LAMBDA-011 is evaluated
    Then the verdict for aws_lambda_function_url.open is fail
