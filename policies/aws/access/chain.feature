Feature: No chain of roles leads to an administrator

  Background:
    Given the template:
      """yaml
      Resources:
        Robot:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}
            Policies:
              - PolicyName: work
                PolicyDocument:
                  Statement:
                    - {Effect: Allow, Action: sts:AssumeRole, Resource: !GetAtt Builder.Arn}
        Builder:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - {Effect: Allow, Principal: {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root"}, Action: sts:AssumeRole}
            Policies:
              - PolicyName: work
                PolicyDocument:
                  Statement:
                    - {Effect: Allow, Action: iam:PassRole, Resource: !GetAtt Admin.Arn}
                    - {Effect: Allow, Action: "lambda:*", Resource: "*"}
        Admin:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
            ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"]
      """

  Scenario: Each step on the way
    When the policy SPILE-ACC-013 is evaluated
    Then the findings are exactly:
      | resource | severity | message                                                                                       |
      | Robot    | high     | Robot can become Admin by way of Builder: it may do everything, or give itself the right to |
      | Builder  | high     | Builder can become Admin: it may do everything, or give itself the right to                  |
    And the verdict for Admin is not applicable
    And Robot passes once `Admin.Properties.ManagedPolicyArns` is removed

  Scenario Outline: The way is cut: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for Robot is pass

    Examples:
      | case                                 | place                                                                       | value |
      | the first may not take the second on | Robot.Properties.Policies[0].PolicyDocument.Statement[0].Effect             | Deny |
      | the second does not trust the first  | Builder.Properties.AssumeRolePolicyDocument.Statement[0].Principal          | {Service: ec2.amazonaws.com} |
      | the second passes no role            | Builder.Properties.Policies[0].PolicyDocument.Statement[0].Action           | iam:GetRole |
      | the second passes another role       | Builder.Properties.Policies[0].PolicyDocument.Statement[0].Resource         | !GetAtt Robot.Arn |
      | the second runs no code              | Builder.Properties.Policies[0].PolicyDocument.Statement[1].Action           | lambda:ListFunctions |
      | the third trusts another service     | Admin.Properties.AssumeRolePolicyDocument.Statement[0].Principal            | {Service: rds.amazonaws.com} |
      | it is denied                         | Robot.Properties.Policies[0].PolicyDocument.Statement[1]                    | {Effect: Deny, Action: "sts:*", Resource: "*"} |

  Scenario: Trust by name needs no permission
    Given `Robot.Properties.Policies` is removed
    And `Builder.Properties.AssumeRolePolicyDocument.Statement[0].Principal` is set to `{AWS: !GetAtt Robot.Arn}`
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for Robot is fail

  Scenario: Roles that trust each other lead nowhere
    Given `Builder.Properties.Policies` is removed
    And `Robot.Properties.AssumeRolePolicyDocument.Statement[0].Principal` is set to `{AWS: !GetAtt Builder.Arn}`
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for Robot is pass
    And the verdict for Builder is pass

  Scenario: One who can give themselves rights is as good as an administrator
    Given `Admin.Properties.ManagedPolicyArns` is set to `["arn:aws:iam::aws:policy/IAMFullAccess"]`
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for Builder is fail
    And the verdict for Admin is pass

  Scenario: Nobody can tell
    Given `Admin.Properties.ManagedPolicyArns` is unknown
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for Robot is unknown

  Scenario: Nobody can tell who is an administrator
    Given `Robot.Properties.Policies[0].PolicyDocument.Statement[0].Action` is unknown
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for Robot is unknown

  Scenario: A template without principals
    Given `Resources` is set to `{Topic: {Type: AWS::SNS::Topic}}`
    When the policy SPILE-ACC-013 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role.admin:
        name: admin
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:role/other"}, Action: "sts:AssumeRole"}]}
      aws_iam_role_policy_attachment.a:
        role: !ref aws_iam_role.admin.name
        policy_arn: arn:aws:iam::aws:policy/AdministratorAccess
      """
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role.admin:
        name: admin
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:role/r"}, Action: "sts:AssumeRole"}]}
      aws_iam_role_policy_attachment.a:
        role: !ref aws_iam_role.admin.name
        policy_arn: arn:aws:iam::aws:policy/AdministratorAccess
      """
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for aws_iam_role.r is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: []}
      aws_iam_role.admin:
        name: admin
        assume_role_policy: !unknown
      aws_iam_role_policy_attachment.a:
        role: !ref aws_iam_role.admin.name
        policy_arn: arn:aws:iam::aws:policy/AdministratorAccess
      """
    When the policy SPILE-ACC-013 is evaluated
    Then the verdict for aws_iam_role.r is unknown
