Feature: Roles do not carry far-reaching managed policies

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
            ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess, !Ref Own]
        Own:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument: {Statement: []}
      """

  Scenario Outline: <case>
    Given `Worker.Properties.ManagedPolicyArns` is set to `<value>`
    When the policy SPILE-IAM-005 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                            | value                                                                             | verdict |
      | a harmless one                  | [arn:aws:iam::aws:policy/ReadOnlyAccess]                                          | pass    |
      | one of several                  | [arn:aws:iam::aws:policy/ReadOnlyAccess, arn:aws:iam::aws:policy/PowerUserAccess] | fail    |
      | all services but IAM            | [arn:aws:iam::aws:policy/PowerUserAccess]                                         | fail    |
      | IAM itself                      | [arn:aws-cn:iam::aws:policy/IAMFullAccess]                                        | fail    |
      | a namesake of the account's own | [arn:aws:iam::123456789012:policy/PowerUserAccess]                                | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.ManagedPolicyArns[0]` is set to `arn:aws:iam::aws:policy/IAMFullAccess`
    When the policy SPILE-IAM-005 is evaluated
    Then the finding for Worker is at `Worker.Properties.ManagedPolicyArns[0]`
    And the message for Worker is "Worker carries arn:aws:iam::aws:policy/IAMFullAccess"
    And the severity for Worker is high
    And Worker passes once `Worker.Properties.ManagedPolicyArns[0]` is set to `arn:aws:iam::aws:policy/ReadOnlyAccess`

  Scenario: Nobody can tell
    Given `Worker.Properties.ManagedPolicyArns[0]` is unknown
    When the policy SPILE-IAM-005 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without roles
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
      aws_iam_role_policy_attachment.a:
        role: !ref aws_iam_role.r.name
        policy_arn: arn:aws:iam::aws:policy/ReadOnlyAccess
      """
    When the policy SPILE-IAM-005 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
      aws_iam_role_policy_attachment.a:
        role: !ref aws_iam_role.r.name
        policy_arn: arn:aws:iam::aws:policy/IAMFullAccess
      """
    When the policy SPILE-IAM-005 is evaluated
    Then the verdict for aws_iam_role.r is fail
