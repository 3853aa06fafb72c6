Feature: Code that runs with roles is changed by pipelines

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

  Scenario: Reading changes nothing
    When the policy SPILE-ACC-012 is evaluated
    Then the verdict for Robot is pass

  Scenario: The finding says what is wrong, and where
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `ssm:SendCommand`
    When the policy SPILE-ACC-012 is evaluated
    Then the finding for Robot is at `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action`
    And the message for Robot is "Robot runs commands on machines, and acts with the roles that are there: SendCommand"
    And the severity for Robot is low
    And Robot passes once `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `ssm:ListCommands`

  Scenario Outline: <action>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `<action>`
    When the policy SPILE-ACC-012 is evaluated
    Then the verdict for Robot is fail

    Examples:
      | action |
      | lambda:UpdateFunctionCode |
      | lambda:UpdateFunctionConfiguration |
      | glue:UpdateDevEndpoint |
      | ssm:SendCommand |
      | ssm:StartSession |
      | ec2-instance-connect:SendSSHPublicKey |
      | ec2-instance-connect:SendSerialConsoleSSHPublicKey |
      | [ec2:ModifyInstanceAttribute, ec2:StopInstances, ec2:StartInstances] |
      | sagemaker:CreatePresignedNotebookInstanceUrl |
      | [codebuild:UpdateProject, codebuild:StartBuild] |
      | ecs:ExecuteCommand |
      | [cloudformation:CreateChangeSet, cloudformation:ExecuteChangeSet] |
      | codestar:AssociateTeamMember |

  Scenario: An administrator needs none of it
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `"*"`
    When the policy SPILE-ACC-012 is evaluated
    Then the verdict for Robot is not applicable

  Scenario Outline: Nobody can tell: <place>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `ssm:SendCommand`
    And `<place>` is unknown
    When the policy SPILE-ACC-012 is evaluated
    Then the verdict for Robot is unknown

    Examples:
      | place                                                        |
      | Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action |
      | Robot.Properties.Policies[0].PolicyDocument.Statement[1].Effect |
      | Robot.Properties.Policies                                     |

  Scenario: A policy whose text is elsewhere may allow anything
    Given `Robot.Properties.ManagedPolicyArns` is set to `["arn:aws:iam::111122223333:policy/p"]`
    When the policy SPILE-ACC-012 is evaluated
    Then the verdict for Robot is unknown

  Scenario: A template without principals
    Given `Robot.Type` is set to `AWS::SNS::Topic`
    And `Robot.Properties` is removed
    When the policy SPILE-ACC-012 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role_policy.p:
        role: !ref aws_iam_role.r.name
        policy: !json {Statement: [{Effect: Allow, Action: ["s3:GetObject"], Resource: "*"}]}
      """
    When the policy SPILE-ACC-012 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role_policy.p:
        role: !ref aws_iam_role.r.name
        policy: !json {Statement: [{Effect: Allow, Action: ["ssm:SendCommand"], Resource: "*"}]}
      """
    When the policy SPILE-ACC-012 is evaluated
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
    When the policy SPILE-ACC-012 is evaluated
    Then the verdict for aws_iam_role.r is unknown
