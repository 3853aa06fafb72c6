Feature: Functions carry tags

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

  Scenario: Tags
    Given `Worker.Properties.Tags` is set to `[{Key: team, Value: shop}]`
    When the policy SPILE-LAMBDA-012 is evaluated
    Then the verdict for Worker is pass

  Scenario: Tags of a serverless function
    Given `Clerk.Properties.Tags` is set to `{team: shop}`
    When the policy SPILE-LAMBDA-012 is evaluated
    Then the verdict for Clerk is pass

  Scenario: None on a serverless function
    When the policy SPILE-LAMBDA-012 is evaluated
    Then the verdict for Clerk is fail

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.Runtime` is set to `python3.13`
    When the policy SPILE-LAMBDA-012 is evaluated
    Then the finding for Worker is at `Worker.Properties`
    And the message for Worker is "Worker does not say by tags whose it is"
    And the severity for Worker is info
    And Worker passes once `Worker.Properties.Tags` is set to `[{Key: team, Value: shop}]`

  Scenario: Nobody can tell
    Given `Worker.Properties` is unknown
    When the policy SPILE-LAMBDA-012 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without functions
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    And `Clerk.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-012 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        tags: {Team: shop}
      """
    When the policy SPILE-LAMBDA-012 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
      """
    When the policy SPILE-LAMBDA-012 is evaluated
    Then the verdict for aws_lambda_function.f is fail
