Feature: Nobody but administrators runs code with any role

  Background:
    Given the template:
      """yaml
      Resources:
        Robot:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {Service: lambda.amazonaws.com}
                  Action: sts:AssumeRole
            Policies:
              - PolicyName: work
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: s3:GetObject
                      Resource: arn:aws:s3:::photos/*
                    - Effect: Allow
                      Action: s3:ListBucket
                      Resource: "*"
      """

  Scenario: Passing alone runs nothing
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[0]` is set to `{Effect: Allow, Action: "iam:PassRole", Resource: "*"}`
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for Robot is pass

  Scenario: The finding says what is wrong, and where
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[0]` is set to `{Effect: Allow, Action: "iam:PassRole", Resource: "*"}`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `ec2:RunInstances`
    When the policy SPILE-ACC-011 is evaluated
    Then the finding for Robot is at `Robot.Properties.Policies[0].PolicyDocument.Statement[0].Action`
    And the message for Robot is "Robot starts a machine with any role: PassRole+RunInstances"
    And the severity for Robot is high
    And Robot passes once `Robot.Properties.Policies[0].PolicyDocument.Statement[0].Resource` is set to `arn:aws:iam::111122223333:role/web`

  Scenario Outline: <actions>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[0]` is set to `{Effect: Allow, Action: "iam:PassRole", Resource: "*", Condition: {StringEquals: {"iam:PassedToService": <service>}}}`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `<actions>`
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for Robot is fail

    Examples:
      | service | actions |
      | ec2.amazonaws.com | [ec2:RunInstances] |
      | ec2.amazonaws.com | [ec2:AssociateIamInstanceProfile] |
      | lambda.amazonaws.com | [lambda:CreateFunction, lambda:InvokeFunction] |
      | lambda.amazonaws.com | [lambda:CreateFunction, lambda:CreateEventSourceMapping] |
      | lambda.amazonaws.com | [lambda:CreateFunction, lambda:AddPermission] |
      | cloudformation.amazonaws.com | [cloudformation:CreateStack] |
      | cloudformation.amazonaws.com | [cloudformation:UpdateStack] |
      | glue.amazonaws.com | [glue:CreateDevEndpoint] |
      | glue.amazonaws.com | [glue:CreateJob, glue:StartJobRun] |
      | glue.amazonaws.com | [glue:CreateJob, glue:CreateTrigger] |
      | glue.amazonaws.com | [glue:UpdateJob, glue:StartJobRun] |
      | datapipeline.amazonaws.com | [datapipeline:CreatePipeline, datapipeline:PutPipelineDefinition, datapipeline:ActivatePipeline] |
      | sagemaker.amazonaws.com | [sagemaker:CreateNotebookInstance, sagemaker:CreatePresignedNotebookInstanceUrl] |
      | sagemaker.amazonaws.com | [sagemaker:CreateTrainingJob] |
      | sagemaker.amazonaws.com | [sagemaker:CreateProcessingJob] |
      | codestar.amazonaws.com | [codestar:CreateProject] |
      | ecs-tasks.amazonaws.com | [ecs:RegisterTaskDefinition, ecs:RunTask] |
      | ecs-tasks.amazonaws.com | [ecs:RegisterTaskDefinition, ecs:StartTask] |
      | ecs-tasks.amazonaws.com | [ecs:RegisterTaskDefinition, ecs:CreateService] |
      | ecs-tasks.amazonaws.com | [batch:RegisterJobDefinition, batch:SubmitJob] |
      | codebuild.amazonaws.com | [codebuild:CreateProject, codebuild:StartBuild] |
      | states.amazonaws.com | [states:CreateStateMachine, states:StartExecution] |
      | elasticmapreduce.amazonaws.com | [elasticmapreduce:RunJobFlow] |
      | ssm.amazonaws.com | [ssm:StartAutomationExecution] |
      | tasks.apprunner.amazonaws.com | [apprunner:CreateService] |

  Scenario: Half of what a method needs
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[0]` is set to `{Effect: Allow, Action: "iam:PassRole", Resource: "*"}`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `[lambda:CreateFunction]`
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for Robot is pass

  Scenario: The role goes to another service
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[0]` is set to `{Effect: Allow, Action: "iam:PassRole", Resource: "*", Condition: {StringEquals: {"iam:PassedToService": rds.amazonaws.com}}}`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `ec2:RunInstances`
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for Robot is pass

  Scenario Outline: Which roles: <resource>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[0]` is set to `{Effect: Allow, Action: "iam:PassRole", Resource: <resource>}`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `ec2:RunInstances`
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for Robot is <verdict>

    Examples:
      | resource                                              | verdict |
      | "arn:aws:iam::*:role/*"                               | fail    |
      | !Sub "arn:aws:iam::${AWS::AccountId}:role/app"      | pass    |
      | !GetAtt Robot.Arn                                     | pass    |
      | "arn:aws:iam::*:user/*"                               | pass    |

  Scenario: An administrator needs none of it
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `"*"`
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for Robot is not applicable

  Scenario Outline: Nobody can tell: <place>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `[iam:PassRole, ec2:RunInstances]`
    And `<place>` is unknown
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for Robot is unknown

    Examples:
      | place                                                        |
      | Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action |
      | Robot.Properties.Policies[0].PolicyDocument.Statement[1].Effect |
      | Robot.Properties.Policies                                     |

  Scenario: A policy whose text is elsewhere may allow anything
    Given `Robot.Properties.ManagedPolicyArns` is set to `["arn:aws:iam::111122223333:policy/p"]`
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for Robot is unknown

  Scenario: A template without principals
    Given `Robot.Type` is set to `AWS::SNS::Topic`
    And `Robot.Properties` is removed
    When the policy SPILE-ACC-011 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role_policy.p:
        role: !ref aws_iam_role.r.name
        policy: !json {Statement: [{Effect: Allow, Action: ["ec2:RunInstances"], Resource: "*"}]}
      """
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role_policy.p:
        role: !ref aws_iam_role.r.name
        policy: !json {Statement: [{Effect: Allow, Action: ["iam:PassRole", "ec2:RunInstances"], Resource: "*"}]}
      """
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for aws_iam_role.r is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role_policy.p:
        role: !ref aws_iam_role.r.name
        policy: !unknown
      """
    When the policy SPILE-ACC-011 is evaluated
    Then the verdict for aws_iam_role.r is unknown
