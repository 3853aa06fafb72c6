Feature: Policies inside roles name the resources that they are for

  Background:
    Given the template:
      """yaml
      Resources:
        Worker:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {Service: ec2.amazonaws.com}
                  Action: sts:AssumeRole
            Policies:
              - PolicyName: inline
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
    Given `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Resource` is set to `<value>`
    When the policy SPILE-IAM-002 is evaluated
    Then the verdict for Worker[inline] is <verdict>

    Examples:
      | case                  | value                        | verdict |
      | an ARN                | arn:aws:s3:::photos/*        | pass    |
      | a pattern             | "arn:aws:s3:::*"             | pass    |
      | everything            | "*"                          | fail    |
      | everything, in a list | [arn:aws:s3:::photos/*, "*"] | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Resource` is set to `"*"`
    When the policy SPILE-IAM-002 is evaluated
    Then the finding for Worker[inline] is at `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Resource`
    And the message for Worker[inline] is "Worker[inline] allows its actions on every resource"
    And the severity for Worker[inline] is medium
    And Worker[inline] passes once `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Resource` is set to `arn:aws:s3:::photos/*`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-IAM-002 is evaluated
    Then the verdict for Worker[inline] is unknown

    Examples:
      | place                                                                 |
      | Worker.Properties.Policies[0].PolicyDocument.Statement[1].Resource    |
      | Worker.Properties.Policies[0].PolicyDocument.Statement[1].Resource[0] |

  Scenario: Nobody knows whether it allows or refuses
    Given `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-002 is evaluated
    Then the verdict for Worker[inline] is unknown

  Scenario: Another kind of policy has a rule of its own
    Given `Worker.Type` is set to `AWS::IAM::User`
    When the policy SPILE-IAM-002 is evaluated
    Then nothing was evaluated

  Scenario: To refuse something everywhere is fine
    Given `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-002 is evaluated
    Then the verdict for Worker[inline] is pass

  Scenario: A policy that is added to the role
    Given `Worker` is set to `{Type: AWS::IAM::RolePolicy, Properties: {RoleName: worker, PolicyName: added, PolicyDocument: {Statement: [{Effect: Allow, Action: [s3:GetObject], Resource: "*"}]}}}`
    When the policy SPILE-IAM-002 is evaluated
    Then the verdict for Worker is fail

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role_policy.p:
        name: p
        role: r
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-002 is evaluated
    Then the verdict for aws_iam_role_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role_policy.p:
        name: p
        role: r
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]}
      """
    When the policy SPILE-IAM-002 is evaluated
    Then the verdict for aws_iam_role_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_role_policy.p:
        name: p
        role: r
        policy: !unknown
      """
    When the policy SPILE-IAM-002 is evaluated
    Then the verdict for aws_iam_role_policy.p is unknown
