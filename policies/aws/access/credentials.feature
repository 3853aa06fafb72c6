Feature: Credentials are handed out of named things only

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
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[sts:AssumeRole]`
    When the policy SPILE-ACC-014 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].Action`
    And the message for Reading is "Reading hands out credentials of everything by sts:AssumeRole"
    And the severity for Reading is high
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:ListBucket]`

  Scenario: On something that is named
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[sts:AssumeRole]`
    And `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `arn:aws:s3:::photos`
    When the policy SPILE-ACC-014 is evaluated
    Then the verdict for Reading is pass

  Scenario: Under a condition
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[sts:AssumeRole]`
    And `Reading.Properties.PolicyDocument.Statement[1].Condition` is set to `{Bool: {"aws:MultiFactorAuthPresent": "true"}}`
    When the policy SPILE-ACC-014 is evaluated
    Then the verdict for Reading is pass

  Scenario: To refuse it is fine
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[sts:AssumeRole]`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-ACC-014 is evaluated
    Then the verdict for Reading is pass

  Scenario Outline: Nobody can tell: <place>
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[sts:AssumeRole]`
    And `Reading.Properties.PolicyDocument.Statement[1].<place>` is unknown
    When the policy SPILE-ACC-014 is evaluated
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
    When the policy SPILE-ACC-014 is evaluated
    Then nothing was evaluated

  Scenario Outline: <actions>
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `<actions>`
    When the policy SPILE-ACC-014 is evaluated
    Then the verdict for Reading is fail

    Examples:
      | actions |
      | [chime:CreateApiKey] |
      | [codepipeline:PollForJobs] |
      | [cognito-identity:GetCredentialsForIdentity] |
      | [cognito-identity:GetOpenIdToken] |
      | [cognito-identity:GetOpenIdTokenForDeveloperIdentity] |
      | [connect:GetFederationToken] |
      | [ec2:GetPasswordData] |
      | [gamelift:GetComputeAuthToken] |
      | [gamelift:RequestUploadCredentials] |
      | [iam:CreateAccessKey] |
      | [iam:CreateLoginProfile] |
      | [iam:CreateServiceSpecificCredential] |
      | [iam:ResetServiceSpecificCredential] |
      | [iam:UpdateAccessKey] |
      | [lightsail:GetInstanceAccessDetails] |
      | [lightsail:GetRelationalDatabaseMasterUserPassword] |
      | [mediapackage:RotateChannelCredentials] |
      | [mediapackage:RotateIngestEndpointCredentials] |
      | [rds-db:connect] |
      | [redshift:GetClusterCredentials] |
      | [sso:GetRoleCredentials] |
      | [sts:AssumeRole] |
      | [sts:AssumeRoleWithSAML] |
      | [sts:AssumeRoleWithWebIdentity] |
      | [sts:GetFederationToken] |
      | [sts:GetSessionToken] |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:ListBucket", Resource: "*"}]}
      """
    When the policy SPILE-ACC-014 is evaluated
    Then the verdict for aws_iam_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "sts:AssumeRole", Resource: "*"}]}
      """
    When the policy SPILE-ACC-014 is evaluated
    Then the verdict for aws_iam_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !unknown
      """
    When the policy SPILE-ACC-014 is evaluated
    Then the verdict for aws_iam_policy.p is unknown
