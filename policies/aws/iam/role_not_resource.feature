Feature: Policies inside roles say which resources they are for

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
    Given `<place>` is set to `<value>`
    When the policy SPILE-IAM-022 is evaluated
    Then the verdict for Worker[inline] is <verdict>

    Examples:
      | case                       | place                                                                 | value                    | verdict |
      | NotResource with one value | Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource | arn:aws:s3:::private/*   | fail    |
      | NotResource with a list    | Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource | [arn:aws:s3:::private/*] | fail    |
      | an empty NotResource       | Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource | []                       | pass    |
      | nothing of the kind        | Worker.Properties.Policies[0].PolicyDocument.Statement[1].Sid         | Read                     | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource` is set to `arn:aws:s3:::private/*`
    When the policy SPILE-IAM-022 is evaluated
    Then the finding for Worker[inline] is at `Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource`
    And the message for Worker[inline] is "Worker[inline] allows its actions on every resource but those that it names"
    And the severity for Worker[inline] is medium
    And Worker[inline] passes once `Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource` is removed

  Scenario: Nobody can tell
    Given `Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource` is unknown
    When the policy SPILE-IAM-022 is evaluated
    Then the verdict for Worker[inline] is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource` is set to `arn:aws:s3:::private/*`
    And `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-022 is evaluated
    Then the verdict for Worker[inline] is unknown

  Scenario: Another kind of policy has a rule of its own
    Given `Worker.Type` is set to `AWS::IAM::User`
    When the policy SPILE-IAM-022 is evaluated
    Then nothing was evaluated

  Scenario: Beside Deny it is the usual way to say it
    Given `Worker.Properties.Policies[0].PolicyDocument.Statement[1].NotResource` is set to `arn:aws:s3:::private/*`
    And `Worker.Properties.Policies[0].PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-022 is evaluated
    Then the verdict for Worker[inline] is pass

  Scenario: A policy that is added to the role
    Given `Worker` is set to `{Type: AWS::IAM::RolePolicy, Properties: {RoleName: worker, PolicyName: added, PolicyDocument: {Statement: [{Effect: Allow, Action: [s3:GetObject], Resource: [arn:aws:s3:::photos/*], NotResource: arn:aws:s3:::private/*}]}}}`
    When the policy SPILE-IAM-022 is evaluated
    Then the verdict for Worker is fail

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role_policy.p:
        name: p
        role: r
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-022 is evaluated
    Then the verdict for aws_iam_role_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role_policy.p:
        name: p
        role: r
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", NotResource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-022 is evaluated
    Then the verdict for aws_iam_role_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_role_policy.p:
        name: p
        role: r
        policy: !unknown
      """
    When the policy SPILE-IAM-022 is evaluated
    Then the verdict for aws_iam_role_policy.p is unknown
