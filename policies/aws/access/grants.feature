Feature: Nobody but administrators can give themselves rights

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

  Scenario: Reading gives nothing
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is pass

  Scenario: The finding says what is wrong, and where
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `["iam:GetRole", "iam:AttachRolePolicy"]`
    When the policy SPILE-ACC-010 is evaluated
    Then the finding for Robot is at `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action`
    And the message for Robot is "Robot attaches any policy to a role: AttachRolePolicy"
    And the severity for Robot is critical
    And Robot passes once `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `[iam:GetRole]`

  Scenario Outline: <action>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `<action>`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is fail

    Examples:
      | action                               |
      | iam:CreatePolicyVersion              |
      | iam:SetDefaultPolicyVersion          |
      | iam:CreateAccessKey                  |
      | iam:CreateLoginProfile               |
      | iam:UpdateLoginProfile               |
      | iam:CreateServiceSpecificCredential  |
      | iam:AttachUserPolicy                 |
      | iam:AttachGroupPolicy                |
      | iam:AttachRolePolicy                 |
      | iam:PutUserPolicy                    |
      | iam:PutGroupPolicy                   |
      | iam:PutRolePolicy                    |
      | iam:AddUserToGroup                   |
      | iam:UpdateAssumeRolePolicy           |
      | iam:UpdateSAMLProvider               |
      | "iam:*"                              |
      | "IAM:Put*Policy"                     |

  Scenario Outline: On what: <resource>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `iam:AttachRolePolicy`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Resource` is set to `<resource>`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is <verdict>

    Examples:
      | resource                                              | verdict |
      | "arn:aws:iam::*:role/*"                               | fail    |
      | !Sub "arn:aws:iam::${AWS::AccountId}:role/app-*"    | fail    |
      | "arn:aws:iam::*:user/*"                               | pass    |
      | "arn:aws:s3:::*"                                      | pass    |

  Scenario Outline: Everything but: <action>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is removed
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].NotAction` is set to `<action>`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is <verdict>

    Examples:
      | action    | verdict |
      | "iam:*"   | pass    |
      | "s3:*"    | fail    |

  Scenario Outline: Everything but on: <resource>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `iam:PutRolePolicy`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Resource` is removed
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].NotResource` is set to `<resource>`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is <verdict>

    Examples:
      | resource                          | verdict |
      | "arn:aws:iam::*:*"                | pass    |
      | "arn:aws:iam::*:role/admin"       | fail    |

  Scenario Outline: What is denied: <case>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `iam:AttachRolePolicy`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[0]` is set to `<denial>`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is <verdict>

    Examples:
      | case               | denial                                                                                                 | verdict |
      | all of IAM         | {Effect: Deny, Action: "iam:*", Resource: "*"}                                                       | pass    |
      | on roles           | {Effect: Deny, Action: "iam:Attach*", Resource: "arn:*:iam::*:role/*"}                               | pass    |
      | on one role        | {Effect: Deny, Action: "iam:Attach*", Resource: "arn:aws:iam::*:role/admin"}                         | fail    |
      | on all but S3      | {Effect: Deny, Action: "iam:Attach*", NotResource: "arn:aws:s3:::*"}                                 | pass    |
      | something else     | {Effect: Deny, Action: "iam:Put*", Resource: "*"}                                                    | fail    |
      | without two factors | {Effect: Deny, Action: "iam:*", Resource: "*", Condition: {Bool: {"aws:MultiFactorAuthPresent": "false"}}} | fail |

  Scenario Outline: Under a condition: <case>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `iam:AttachRolePolicy`
    And `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Condition` is set to `<condition>`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is <verdict>

    Examples:
      | case                 | condition                                                                                    | verdict |
      | with a boundary      | {StringEquals: {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/b"}}        | pass    |
      | of certain policies  | {ArnEquals: {"iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess"}}                 | pass    |
      | of all policies      | {ArnLike: {"iam:PolicyARN": "arn:aws:iam::aws:policy/*"}}                                | fail    |
      | of all but one       | {ArnNotEquals: {"iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess"}}              | fail    |
      | with a second factor | {Bool: {"aws:MultiFactorAuthPresent": "true"}}                                           | fail    |

  Scenario Outline: A boundary around it: <case>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `iam:AttachRolePolicy`
    And `Robot.Properties.PermissionsBoundary` is set to `<boundary>`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is <verdict>

    Examples:
      | case               | boundary                                   | verdict |
      | of one service     | arn:aws:iam::aws:policy/AmazonS3FullAccess | pass    |
      | of none            | arn:aws:iam::aws:policy/AdministratorAccess | fail   |
      | of nobody knows    | arn:aws:iam::111122223333:policy/b         | unknown |

  Scenario Outline: What AWS manages: <name>
    Given `Robot.Properties.ManagedPolicyArns` is set to `["arn:aws:iam::aws:policy/<name>"]`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is <verdict>

    Examples:
      | name                                     | verdict        |
      | IAMFullAccess                            | fail           |
      | PowerUserAccess                          | pass           |
      | AdministratorAccess                      | not applicable |
      | ReadOnlyAccess                           | pass           |
      | service-role/AWSLambdaBasicExecutionRole | pass           |
      | NobodyKnowsThisOne                       | unknown        |

  Scenario Outline: A policy beside it: <type>
    Given `Resources.Beside` is set to:
      """
      Type: <type>
      Properties:
        <name>: beside
        <target>
        PolicyDocument: {Statement: [{Effect: Allow, Action: "iam:PutRolePolicy", Resource: "*"}]}
      """
    When the policy SPILE-ACC-010 is evaluated
    Then the finding for Robot is at `Beside.Properties.PolicyDocument.Statement[0].Action`

    Examples:
      | type                    | name              | target                  |
      | AWS::IAM::Policy        | PolicyName        | Roles: [!Ref Robot]     |
      | AWS::IAM::ManagedPolicy | ManagedPolicyName | Roles: [!Ref Robot]     |
      | AWS::IAM::RolePolicy    | PolicyName        | RoleName: !Ref Robot    |

  Scenario: A managed policy of the template, by its name in the role
    Given `Resources.Beside` is set to:
      """
      Type: AWS::IAM::ManagedPolicy
      Properties:
        PolicyDocument: {Statement: [{Effect: Allow, Action: "iam:PutRolePolicy", Resource: "*"}]}
      """
    And `Robot.Properties.ManagedPolicyArns` is set to `[!Ref Beside]`
    When the policy SPILE-ACC-010 is evaluated
    Then the finding for Robot is at `Beside.Properties.PolicyDocument.Statement[0].Action`

  Scenario: A user has what its groups have
    Given the template "team.yaml":
      """yaml
      Resources:
        Ann:
          Type: AWS::IAM::User
          Properties: {Groups: [!Ref Team]}
        Bob:
          Type: AWS::IAM::User
        Joins:
          Type: AWS::IAM::UserToGroupAddition
          Properties: {GroupName: !Ref Team, Users: [!Ref Bob]}
        Eve:
          Type: AWS::IAM::User
        Team:
          Type: AWS::IAM::Group
          Properties:
            Policies:
              - PolicyName: p
                PolicyDocument: {Statement: [{Effect: Allow, Action: "iam:CreateAccessKey", Resource: "*"}]}
      """
    When the policy SPILE-ACC-010 is evaluated
    Then the findings are exactly:
      | resource | line |
      | Ann      | 17   |
      | Bob      | 17   |
      | Team     | 17   |

  Scenario: The role that SAM makes for a function
    Given the template "sam.yaml":
      """yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            Policies:
              - AmazonS3ReadOnlyAccess
              - S3ReadPolicy: {BucketName: b}
              - Statement: [{Effect: Allow, Action: "iam:PutRolePolicy", Resource: "*"}]
      """
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for F is fail

  Scenario: An administrator needs none of it
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `"*"`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is not applicable

  Scenario Outline: Nobody can tell: <place>
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action` is set to `iam:AttachRolePolicy`
    And `<place>` is unknown
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is unknown

    Examples:
      | place                                                        |
      | Robot.Properties.Policies[0].PolicyDocument.Statement[1].Action |
      | Robot.Properties.Policies[0].PolicyDocument.Statement[1].Effect |
      | Robot.Properties.Policies                                     |

  Scenario: A policy whose text is elsewhere may allow anything
    Given `Robot.Properties.ManagedPolicyArns` is set to `["arn:aws:iam::111122223333:policy/p"]`
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for Robot is unknown

  Scenario: A template without principals
    Given `Robot.Type` is set to `AWS::SNS::Topic`
    And `Robot.Properties` is removed
    When the policy SPILE-ACC-010 is evaluated
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
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role_policy.p:
        role: !ref aws_iam_role.r.name
        policy: !json {Statement: [{Effect: Allow, Action: ["iam:AttachRolePolicy"], Resource: "*"}]}
      """
    When the policy SPILE-ACC-010 is evaluated
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
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for aws_iam_role.r is unknown

  Scenario: A plan of Terraform that attaches a policy of its own
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "iam:PutRolePolicy", Resource: "*"}]}
      aws_iam_role_policy_attachment.a:
        role: !ref aws_iam_role.r.name
        policy_arn: !ref aws_iam_policy.p.arn
      """
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for aws_iam_role.r is fail

  Scenario: A plan of Terraform that attaches a policy of AWS
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role_policy_attachment.a:
        role: !ref aws_iam_role.r.name
        policy_arn: arn:aws:iam::aws:policy/IAMFullAccess
      """
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for aws_iam_role.r is fail

  Scenario: A plan of Terraform with a policy written into the role
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
        inline_policy: [{name: p, policy: !json {Statement: [{Effect: Allow, Action: "iam:PutRolePolicy", Resource: "*"}]} }]
      """
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for aws_iam_role.r is fail

  Scenario: A plan of Terraform with a user in a group
    Given the planned resources:
      """yaml
      aws_iam_user.u:
        name: u
      aws_iam_group.g:
        name: g
      aws_iam_user_group_membership.m:
        user: !ref aws_iam_user.u.name
        groups: [!ref aws_iam_group.g.name ]
      aws_iam_group_policy.p:
        group: !ref aws_iam_group.g.name
        policy: !json {Statement: [{Effect: Allow, Action: "iam:CreateAccessKey", Resource: "*"}]}
      """
    When the policy SPILE-ACC-010 is evaluated
    Then the verdict for aws_iam_user.u is fail
