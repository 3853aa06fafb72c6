Feature: Functions run on runtimes that are still mended

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

  Scenario Outline: <case>
    Given `Worker.Properties.Runtime` is set to `<value>`
    When the policy SPILE-LAMBDA-009 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                      | value           | verdict |
      | python3.13 is mended      | python3.13      | pass    |
      | nodejs22.x is mended      | nodejs22.x      | pass    |
      | provided.al2023 is mended | provided.al2023 | pass    |
      | java8.al2 is mended       | java8.al2       | pass    |
      | dotnet5.0 is not          | dotnet5.0       | fail    |
      | dotnet6 is not            | dotnet6         | fail    |
      | dotnet7 is not            | dotnet7         | fail    |
      | dotnetcore1.0 is not      | dotnetcore1.0   | fail    |
      | dotnetcore2.0 is not      | dotnetcore2.0   | fail    |
      | dotnetcore2.1 is not      | dotnetcore2.1   | fail    |
      | dotnetcore3.1 is not      | dotnetcore3.1   | fail    |
      | go1.x is not              | go1.x           | fail    |
      | java8 is not              | java8           | fail    |
      | nodejs is not             | nodejs          | fail    |
      | nodejs4.3 is not          | nodejs4.3       | fail    |
      | nodejs4.3-edge is not     | nodejs4.3-edge  | fail    |
      | nodejs6.10 is not         | nodejs6.10      | fail    |
      | nodejs8.10 is not         | nodejs8.10      | fail    |
      | nodejs10.x is not         | nodejs10.x      | fail    |
      | nodejs12.x is not         | nodejs12.x      | fail    |
      | nodejs14.x is not         | nodejs14.x      | fail    |
      | nodejs16.x is not         | nodejs16.x      | fail    |
      | nodejs18.x is not         | nodejs18.x      | fail    |
      | provided is not           | provided        | fail    |
      | python2.7 is not          | python2.7       | fail    |
      | python3.6 is not          | python3.6       | fail    |
      | python3.7 is not          | python3.7       | fail    |
      | python3.8 is not          | python3.8       | fail    |
      | python3.9 is not          | python3.9       | fail    |
      | ruby2.5 is not            | ruby2.5         | fail    |
      | ruby2.7 is not            | ruby2.7         | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.Runtime` is set to `python2.7`
    When the policy SPILE-LAMBDA-009 is evaluated
    Then the finding for Worker is at `Worker.Properties.Runtime`
    And the message for Worker is "Worker runs on python2.7, which gets no security updates any more"
    And the severity for Worker is medium
    And Worker passes once `Worker.Properties.Runtime` is set to `python3.13`

  Scenario: A function in an image brings its own
    Given `Worker.Properties.Runtime` is removed
    When the policy SPILE-LAMBDA-009 is evaluated
    Then the verdict for Worker is not applicable

  Scenario: Nobody can tell
    Given `Worker.Properties.Runtime` is unknown
    When the policy SPILE-LAMBDA-009 is evaluated
    Then the verdict for Worker is unknown

  Scenario: Nothing is known of the function
    Given `Worker.Properties` is unknown
    When the policy SPILE-LAMBDA-009 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without functions
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-009 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        runtime: python3.13
      """
    When the policy SPILE-LAMBDA-009 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        runtime: python3.7
      """
    When the policy SPILE-LAMBDA-009 is evaluated
    Then the verdict for aws_lambda_function.f is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        runtime: !unknown
      """
    When the policy SPILE-LAMBDA-009 is evaluated
    Then the verdict for aws_lambda_function.f is unknown
