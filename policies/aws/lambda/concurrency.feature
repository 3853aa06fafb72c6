Feature: Functions have a limit of their own for concurrent executions

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
      """

  Scenario: A limit
    When the policy SPILE-LAMBDA-002 is evaluated
    Then the verdict for Worker is pass

  Scenario: A function that may not run at all has a limit
    Given `Worker.Properties.ReservedConcurrentExecutions` is set to `0`
    When the policy SPILE-LAMBDA-002 is evaluated
    Then the verdict for Worker is pass

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.ReservedConcurrentExecutions` is removed
    When the policy SPILE-LAMBDA-002 is evaluated
    Then the finding for Worker is at `Worker.Properties`
    And the message for Worker is "Worker may use up the executions of the whole account"
    And the severity for Worker is low
    And Worker passes once `Worker.Properties.ReservedConcurrentExecutions` is set to `5`

  Scenario: The limit is taken away
    Given `Worker.Properties.ReservedConcurrentExecutions` is set to `!Ref AWS::NoValue`
    When the policy SPILE-LAMBDA-002 is evaluated
    Then the verdict for Worker is fail

  Scenario: Nobody can tell
    Given `Worker.Properties` is unknown
    When the policy SPILE-LAMBDA-002 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without functions
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        reserved_concurrent_executions: 5
      """
    When the policy SPILE-LAMBDA-002 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        reserved_concurrent_executions: -1
      """
    When the policy SPILE-LAMBDA-002 is evaluated
    Then the verdict for aws_lambda_function.f is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        reserved_concurrent_executions: !unknown
      """
    When the policy SPILE-LAMBDA-002 is evaluated
    Then the verdict for aws_lambda_function.f is unknown
