Feature: Functions run inside a virtual network

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

  Scenario: A function with subnets and security groups
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the verdict for Worker is pass

  Scenario Outline: <case>
    Given `Worker.Properties.VpcConfig` is set to `<value>`
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                          | value                      | verdict |
      | subnets are not named         | {SecurityGroupIds: [sg-1]} | fail    |
      | security groups are not named | {SubnetIds: [subnet-1]}    | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.VpcConfig.SubnetIds` is removed
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the finding for Worker is at `Worker.Properties.VpcConfig`
    And the message for Worker is "Worker is not attached to subnets: its traffic cannot be filtered or recorded"
    And the severity for Worker is low
    And Worker passes once `Worker.Properties.VpcConfig.SubnetIds` is set to `[subnet-1]`

  Scenario: A function of a serverless template has to say it, too
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the verdict for Clerk is fail

  Scenario: A function of a serverless template that says it
    Given `Clerk.Properties.VpcConfig` is set to `{SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}`
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the verdict for Clerk is pass

  Scenario: Nobody can tell
    Given `Worker.Properties.VpcConfig` is unknown
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the verdict for Worker is unknown

  Scenario: Subnets that are given at deployment
    Given `Worker.Properties.VpcConfig.SubnetIds` is unknown
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the verdict for Worker is pass

  Scenario: A template without functions
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    And `Clerk.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        vpc_config: [{subnet_ids: [subnet-1], security_group_ids: [sg-1]}]
      """
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
      """
    When the policy SPILE-LAMBDA-001 is evaluated
    Then the verdict for aws_lambda_function.f is fail
