Feature: Roles are not administrators

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
    When the policy SPILE-IAM-026 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                             | value                                                                                 | verdict |
      | a harmless one                   | [arn:aws:iam::aws:policy/ReadOnlyAccess]                                              | pass    |
      | the administrator's              | [arn:aws:iam::aws:policy/ReadOnlyAccess, arn:aws:iam::aws:policy/AdministratorAccess] | fail    |
      | the same in China                | [arn:aws-cn:iam::aws:policy/AdministratorAccess]                                      | fail    |
      | one for Amplify's administrators | [arn:aws:iam::aws:policy/AdministratorAccess-Amplify]                                 | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.ManagedPolicyArns[0]` is set to `arn:aws:iam::aws:policy/AdministratorAccess`
    When the policy SPILE-IAM-026 is evaluated
    Then the finding for Worker is at `Worker.Properties.ManagedPolicyArns[0]`
    And the message for Worker is "Worker may do everything, by arn:aws:iam::aws:policy/AdministratorAccess"
    And the severity for Worker is critical
    And Worker passes once `Worker.Properties.ManagedPolicyArns[0]` is set to `arn:aws:iam::aws:policy/ReadOnlyAccess`

  Scenario: Nobody can tell
    Given `Worker.Properties.ManagedPolicyArns[0]` is unknown
    When the policy SPILE-IAM-026 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without roles
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-026 is evaluated
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
    When the policy SPILE-IAM-026 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
      aws_iam_role_policy_attachment.a:
        role: !ref aws_iam_role.r.name
        policy_arn: arn:aws:iam::aws:policy/AdministratorAccess
      """
    When the policy SPILE-IAM-026 is evaluated
    Then the verdict for aws_iam_role.r is fail
