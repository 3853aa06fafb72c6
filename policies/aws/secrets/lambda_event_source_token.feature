Feature: Event source tokens of Lambda permissions are kept secret

  Background:
    Given the template:
      """yaml
      Parameters:
        Secret: {Type: String, NoEcho: true}
        Plain: {Type: String}
        Guessable: {Type: String, NoEcho: true, Default: changeme}
      Resources:
        Subject:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: greeter
            Principal: alexa-appkit.amazon.com
            EventSourceToken: !Ref Secret
      """

  Scenario: A parameter without echo and default hands it over
    When the policy SPILE-SEC-017 is evaluated
    Then the verdict for Subject is pass

  Scenario Outline: <source>: <verdict>
    Given `Subject.Properties.EventSourceToken` is set to `<value>`
    When the policy SPILE-SEC-017 is evaluated
    Then the verdict for Subject is <verdict>

    Examples:
      | source                          | value                                        | verdict |
      | a reference to Secrets Manager  | "{{resolve:secretsmanager:it:SecretString}}" | pass    |
      | a secure parameter of the store | "{{resolve:ssm-secure:it:1}}"                | pass    |
      | a plain parameter of the store  | "{{resolve:ssm:it:1}}"                       | fail    |
      | the text itself                 | s3cr3t-text                                  | fail    |
      | a parameter with echo           | !Ref Plain                                   | fail    |
      | a parameter with a default      | !Ref Guessable                               | fail    |

  Scenario: The finding stands at the value
    Given `Subject.Properties.EventSourceToken` is set to `s3cr3t-text`
    When the policy SPILE-SEC-017 is evaluated
    Then the finding for Subject is at `Subject.Properties.EventSourceToken`
    And the message for Subject is "the event source's token of Subject can be read: in the template, or by whoever may describe the stack"
    And the severity for Subject is critical
    And Subject passes once `Subject.Properties.EventSourceToken` is set to `"{{resolve:secretsmanager:it:SecretString}}"`

  Scenario: What is not stated is not given away
    Given `Subject.Properties.EventSourceToken` is removed
    When the policy SPILE-SEC-017 is evaluated
    Then the verdict for Subject is pass

  Scenario: Nobody can tell where it comes from
    Given `Subject.Properties.EventSourceToken` is unknown
    When the policy SPILE-SEC-017 is evaluated
    Then the verdict for Subject is unknown

  Scenario: Other resources are none of its business
    Given `Subject.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SEC-017 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_permission.c:
        action: lambda:InvokeFunction
        function_name: f
        principal: alexa-appkit.amazon.com
        event_source_token: !ref random_password.p.result
      random_password.p:
        length: 20
      """
    When the policy SPILE-SEC-017 is evaluated
    Then the verdict for aws_lambda_permission.c is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_permission.c:
        action: lambda:InvokeFunction
        function_name: f
        principal: alexa-appkit.amazon.com
        event_source_token: hunter22
      """
    When the policy SPILE-SEC-017 is evaluated
    Then the verdict for aws_lambda_permission.c is fail
