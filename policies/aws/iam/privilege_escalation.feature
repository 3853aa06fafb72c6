Feature: Policies do not let their holders give themselves more rights

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
                  Resource: arn:aws:s3:::photos
                - Effect: Allow
                  Action: [s3:GetObject]
                  Resource: [arn:aws:s3:::photos/*]
      """

  Scenario Outline: <case>
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `<value>`
    When the policy SPILE-IAM-035 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case                         | value                  | verdict |
      | reading                      | [iam:GetRole]          | pass    |
      | attaching a policy to a role | [iam:AttachRolePolicy] | fail    |
      | in other letters             | [IAM:attachrolepolicy] | fail    |
      | among others of its kind     | ["iam:Attach*"]        | fail    |
      | everything about IAM         | ["iam:*"]              | fail    |
      | another service              | ["s3:*"]               | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[iam:AttachRolePolicy]`
    When the policy SPILE-IAM-035 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].Action`
    And the message for Reading is "Reading allows iam:AttachRolePolicy: its holder can give themselves any right"
    And the severity for Reading is high
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:GetObject]`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-IAM-035 is evaluated
    Then the verdict for Reading is unknown

    Examples:
      | place                                                    |
      | Reading.Properties.PolicyDocument.Statement[1].Action    |
      | Reading.Properties.PolicyDocument.Statement[1].Action[0] |

  Scenario: Nobody knows whether it allows or refuses
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[iam:AttachRolePolicy]`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-035 is evaluated
    Then the verdict for Reading is unknown

  Scenario: A template without policies
    Given `Reading.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-035 is evaluated
    Then nothing was evaluated

  Scenario: To refuse it is fine
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `["iam:*"]`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-035 is evaluated
    Then the verdict for Reading is pass

  Scenario Outline: So does <action>
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `<action>`
    When the policy SPILE-IAM-035 is evaluated
    Then the verdict for Reading is fail

    Examples:
      | action                       |
      | iam:AddUserToGroup           |
      | iam:AttachGroupPolicy        |
      | iam:AttachRolePolicy         |
      | iam:AttachUserPolicy         |
      | iam:CreateAccessKey          |
      | iam:CreateLoginProfile       |
      | iam:CreatePolicy             |
      | iam:CreatePolicyVersion      |
      | iam:PutGroupPolicy           |
      | iam:PutRolePolicy            |
      | iam:PutUserPolicy            |
      | iam:SetDefaultPolicyVersion  |
      | iam:UpdateAssumeRolePolicy   |
      | iam:UpdateLoginProfile       |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-035 is evaluated
    Then the verdict for aws_iam_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "iam:CreatePolicyVersion", Resource: "*"}]}
      """
    When the policy SPILE-IAM-035 is evaluated
    Then the verdict for aws_iam_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !unknown
      """
    When the policy SPILE-IAM-035 is evaluated
    Then the verdict for aws_iam_policy.p is unknown
