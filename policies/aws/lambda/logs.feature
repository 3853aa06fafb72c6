Feature: Functions may write their logs

  Background:
    Given the template:
      """yaml
      Resources:
        Worker:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Doer.Arn
        Doer:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {}
            ManagedPolicyArns: []
            Policies:
              - PolicyName: logs
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: [logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents]
                      Resource: "*"
        More:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: more
            Roles: [other]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Action: "logs:*"
                  Resource: "*"
        Shared:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            Roles: [other]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Action: "logs:*"
                  Resource: "*"
      """

  Scenario Outline: <case>
    Given `Doer.Properties.Policies[0].PolicyDocument.Statement[0].Action` is set to `<value>`
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case               | value                                                          | verdict |
      | all three          | [logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents] | pass    |
      | everything of logs | "logs:*"                                                       | pass    |
      | everything         | "*"                                                            | pass    |
      | by a pattern       | ["logs:Create*", "logs:Put*"]                                  | pass    |
      | no groups          | [logs:CreateLogStream, logs:PutLogEvents]                      | fail    |
      | no streams         | [logs:CreateLogGroup, logs:PutLogEvents]                       | fail    |
      | no events          | [logs:CreateLogGroup, logs:CreateLogStream]                    | fail    |
      | something else     | [s3:GetObject]                                                 | fail    |

  Scenario: It is refused
    Given `Doer.Properties.Policies[0].PolicyDocument.Statement[0].Effect` is set to `Deny`
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is fail

  Scenario Outline: <case>
    Given `Doer.Properties.Policies` is set to `[]`
    And `Doer.Properties.ManagedPolicyArns` is set to `<value>`
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                           | value                                                                                                  | verdict |
      | the usual policy               | ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]                                   | pass    |
      | that of any partition          | [!Sub "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"]            | pass    |
      | the one to execute             | ["arn:aws:iam::aws:policy/AWSLambdaExecute"]                                                           | pass    |
      | the one for logs               | ["arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"]                                                   | pass    |
      | the one for logs, among others | ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"] | pass    |
      | another one                    | ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]                                                     | fail    |

  Scenario: A policy of its own that names the role
    Given `Doer.Properties.Policies` is removed
    And `More.Properties.Roles` is set to `[!Ref Doer]`
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is pass

  Scenario: A managed policy of the template that names the role
    Given `Doer.Properties.Policies` is removed
    And `Shared.Properties.Roles` is set to `[!Ref Doer]`
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is pass

  Scenario: A role from elsewhere
    Given `Worker.Properties.Role` is set to `arn:aws:iam::123456789012:role/doer`
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is fail

  Scenario: The finding says what is wrong, and where
    Given `Doer.Properties.Policies` is removed
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the finding for Worker is at `Worker.Properties.Role`
    And the message for Worker is "the template does not show that Worker may write its logs"
    And the severity for Worker is low
    And Worker passes once `Doer.Properties.ManagedPolicyArns` is set to `["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]`

  Scenario: Nobody can tell
    Given `Doer.Properties.Policies[0].PolicyDocument.Statement[0].Action[0]` is unknown
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is unknown

  Scenario: Nobody can tell which policy the role carries
    Given `Doer.Properties.ManagedPolicyArns` is set to `["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]`
    And `Doer.Properties.ManagedPolicyArns[0]` is unknown
    And `Doer.Properties.Policies` is set to `[]`
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is unknown

  Scenario: It may be refused
    Given `Doer.Properties.Policies[0].PolicyDocument.Statement[0].Effect` is unknown
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without functions
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-LAMBDA-013 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        role: !ref aws_iam_role.r.arn
      aws_iam_role.r:
        name: r
      aws_iam_role_policy.logs:
        role: !ref aws_iam_role.r.id
        policy: !json {Statement: [{Effect: Allow, Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*"}]}
      """
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that attaches the managed policy
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        role: !ref aws_iam_role.r.arn
      aws_iam_role.r:
        name: r
      aws_iam_role_policy_attachment.logs:
        role: !ref aws_iam_role.r.name
        policy_arn: arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      """
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for aws_lambda_function.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lambda_function.f:
        function_name: f
        role: !ref aws_iam_role.r.arn
      aws_iam_role.r:
        name: r
      """
    When the policy SPILE-LAMBDA-013 is evaluated
    Then the verdict for aws_lambda_function.f is fail
