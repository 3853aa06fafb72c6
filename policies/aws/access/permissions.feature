Feature: Permissions are changed of named things only

  Background:
    Given the template:
      """yaml
      Resources:
        Reading:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: reading
            Roles: [worker]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Action: [s3:ListBucket]
                  Resource: "*"
                - Effect: Allow
                  Action: [s3:ListBucket]
                  Resource: "*"
      """

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:PutBucketPolicy]`
    When the policy SPILE-ACC-016 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].Action`
    And the message for Reading is "Reading lets its holder change the permissions of everything by s3:PutBucketPolicy"
    And the severity for Reading is high
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:ListBucket]`

  Scenario: On something that is named
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:PutBucketPolicy]`
    And `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `arn:aws:s3:::photos`
    When the policy SPILE-ACC-016 is evaluated
    Then the verdict for Reading is pass

  Scenario: Under a condition
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:PutBucketPolicy]`
    And `Reading.Properties.PolicyDocument.Statement[1].Condition` is set to `{Bool: {"aws:MultiFactorAuthPresent": "true"}}`
    When the policy SPILE-ACC-016 is evaluated
    Then the verdict for Reading is pass

  Scenario: To refuse it is fine
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:PutBucketPolicy]`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-ACC-016 is evaluated
    Then the verdict for Reading is pass

  Scenario Outline: Nobody can tell: <place>
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:PutBucketPolicy]`
    And `Reading.Properties.PolicyDocument.Statement[1].<place>` is unknown
    When the policy SPILE-ACC-016 is evaluated
    Then the verdict for Reading is unknown

    Examples:
      | place     |
      | Effect    |
      | Action    |
      | Action[0] |
      | Resource  |
      | Condition |

  Scenario: A template without policies
    Given `Reading.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ACC-016 is evaluated
    Then nothing was evaluated

  Scenario Outline: <actions>
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `<actions>`
    When the policy SPILE-ACC-016 is evaluated
    Then the verdict for Reading is fail

    Examples:
      | actions |
      | [backup:PutBackupVaultAccessPolicy] |
      | [ec2:ModifyImageAttribute] |
      | [ec2:ModifySnapshotAttribute] |
      | [ecr:SetRepositoryPolicy] |
      | [elasticfilesystem:PutFileSystemPolicy] |
      | [es:UpdateDomainConfig] |
      | [events:PutPermission] |
      | [glacier:SetVaultAccessPolicy] |
      | [glue:PutResourcePolicy] |
      | [iam:AddUserToGroup] |
      | [iam:AttachGroupPolicy] |
      | [iam:AttachRolePolicy] |
      | [iam:AttachUserPolicy] |
      | [iam:CreatePolicy] |
      | [iam:CreatePolicyVersion] |
      | [iam:CreateRole] |
      | [iam:DeleteRolePermissionsBoundary] |
      | [iam:DeleteUserPermissionsBoundary] |
      | [iam:PutGroupPolicy] |
      | [iam:PutRolePermissionsBoundary] |
      | [iam:PutRolePolicy] |
      | [iam:PutUserPolicy] |
      | [iam:SetDefaultPolicyVersion] |
      | [iam:UpdateAssumeRolePolicy] |
      | [kms:CreateGrant] |
      | [kms:PutKeyPolicy] |
      | [lambda:AddLayerVersionPermission] |
      | [lambda:AddPermission] |
      | [logs:PutResourcePolicy] |
      | [rds:ModifyDBSnapshotAttribute] |
      | [s3:BypassGovernanceRetention] |
      | [s3:PutAccessPointPolicy] |
      | [s3:PutAccountPublicAccessBlock] |
      | [s3:PutBucketAcl] |
      | [s3:PutBucketPolicy] |
      | [s3:PutBucketPublicAccessBlock] |
      | [s3:PutObjectAcl] |
      | [secretsmanager:PutResourcePolicy] |
      | [sns:AddPermission] |
      | [sns:SetTopicAttributes] |
      | [sqs:AddPermission] |
      | [sqs:SetQueueAttributes] |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:ListBucket", Resource: "*"}]}
      """
    When the policy SPILE-ACC-016 is evaluated
    Then the verdict for aws_iam_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:PutBucketPolicy", Resource: "*"}]}
      """
    When the policy SPILE-ACC-016 is evaluated
    Then the verdict for aws_iam_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !unknown
      """
    When the policy SPILE-ACC-016 is evaluated
    Then the verdict for aws_iam_policy.p is unknown
