Feature: Events that a function cannot handle are kept

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

  Scenario: A queue for what was lost
    When the policy SPILE-LAMBDA-003 is evaluated
    Then the verdict for Worker is pass

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.DeadLetterConfig` is removed
    When the policy SPILE-LAMBDA-003 is evaluated
    Then the finding for Worker is at `Worker.Properties`
    And the message for Worker is "Worker loses the events that it fails on"
    And the severity for Worker is low
    And Worker passes once `Worker.Properties.DeadLetterConfig` is set to `{TargetArn: arn:aws:sqs:eu-west-1:123456789012:lost}`

  Scenario: A serverless function loses them, too
    When the policy SPILE-LAMBDA-003 is evaluated
    Then the verdict for Clerk is fail

  Scenario: A serverless function keeps them under another name
    Given `Clerk.Properties.DeadLetterQueue` is set to `{Type: SQS, TargetArn: arn:aws:sqs:eu-west-1:123456789012:lost}`
    When the policy SPILE-LAMBDA-003 is evaluated
    Then the verdict for Clerk is pass

  Scenario: Nobody can tell
    Given `Worker.Properties.DeadLetterConfig` is unknown
    When the policy SPILE-LAMBDA-003 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without functions
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    And `Clerk.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        dead_letter_config: [{target_arn: !ref aws_sqs_queue.dead.arn }]
      aws_sqs_queue.dead: {}
      """
    When the policy SPILE-LAMBDA-003 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
      """
    When the policy SPILE-LAMBDA-003 is evaluated
    Then the verdict for aws_lambda_function.f is fail
