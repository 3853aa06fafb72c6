Feature: Functions are traced

  Background:
    Given the template:
      """yaml
      Resources:
        Worker:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: python3.13
            ReservedConcurrentExecutions: 10
            KmsKeyArn: arn:aws:kms:eu-west-1:123456789012:key/aaaa
            VpcConfig:
              SubnetIds: [subnet-1]
              SecurityGroupIds: [sg-1]
            DeadLetterConfig:
              TargetArn: arn:aws:sqs:eu-west-1:123456789012:lost
            TracingConfig:
              Mode: Active
            Environment:
              Variables: {STAGE: prod}

        Clerk:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: python3.13
      """

  Scenario Outline: <case>
    Given `Worker.Properties.TracingConfig.Mode` is set to `<value>`
    When the policy SPILE-LAMBDA-004 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                      | value       | verdict |
      | traced                    | Active      | pass    |
      | traced when the caller is | PassThrough | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.TracingConfig` is removed
    When the policy SPILE-LAMBDA-004 is evaluated
    Then the finding for Worker is at `Worker.Properties`
    And the message for Worker is "Worker is traced only where its caller is"
    And the severity for Worker is low
    And Worker passes once `Worker.Properties.TracingConfig` is set to `{Mode: Active}`

  Scenario: A serverless function is not traced
    When the policy SPILE-LAMBDA-004 is evaluated
    Then the verdict for Clerk is fail

  Scenario: A serverless function says it by one word
    Given `Clerk.Properties.Tracing` is set to `Active`
    When the policy SPILE-LAMBDA-004 is evaluated
    Then the verdict for Clerk is pass

  Scenario: Nobody can tell
    Given `Worker.Properties.TracingConfig.Mode` is unknown
    When the policy SPILE-LAMBDA-004 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without functions
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    And `Clerk.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        tracing_config: [{mode: Active}]
      """
    When the policy SPILE-LAMBDA-004 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        tracing_config: [{mode: PassThrough}]
      """
    When the policy SPILE-LAMBDA-004 is evaluated
    Then the verdict for aws_lambda_function.f is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        tracing_config: [{mode: !unknown }]
      """
    When the policy SPILE-LAMBDA-004 is evaluated
    Then the verdict for aws_lambda_function.f is unknown
