Feature: Environments of functions are encrypted by a key of their own

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

  Scenario: A key of its own
    When the policy SPILE-LAMBDA-008 is evaluated
    Then the verdict for Worker is pass

  Scenario: Without variables there is nothing to hide
    Given `Worker.Properties.Environment` is removed
    And `Worker.Properties.KmsKeyArn` is removed
    When the policy SPILE-LAMBDA-008 is evaluated
    Then the verdict for Worker is not applicable

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.KmsKeyArn` is removed
    When the policy SPILE-LAMBDA-008 is evaluated
    Then the finding for Worker is at `Worker.Properties`
    And the message for Worker is "the environment of Worker can be read by everybody who may describe the function"
    And the severity for Worker is low
    And Worker passes once `Worker.Properties.KmsKeyArn` is set to `arn:aws:kms:eu-west-1:123456789012:key/aaaa`

  Scenario: The environment may be empty
    Given `Worker.Properties.Environment` is unknown
    And `Worker.Properties.KmsKeyArn` is removed
    When the policy SPILE-LAMBDA-008 is evaluated
    Then the verdict for Worker is unknown

  Scenario: Nothing is known of the function
    Given `Worker.Properties` is unknown
    When the policy SPILE-LAMBDA-008 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without functions
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-008 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        environment: [{variables: {STAGE: prod}}]
        kms_key_arn: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-LAMBDA-008 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        environment: [{variables: {STAGE: prod}}]
      """
    When the policy SPILE-LAMBDA-008 is evaluated
    Then the verdict for aws_lambda_function.f is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
      """
    When the policy SPILE-LAMBDA-008 is evaluated
    Then the verdict for aws_lambda_function.f is not applicable
