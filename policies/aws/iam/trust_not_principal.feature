Feature: Trust policies say whom they trust

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
                  Principal: {Service: lambda.amazonaws.com}
                  Action: sts:AssumeRole
                - Effect: Allow
                  Principal: {Service: ec2.amazonaws.com}
                  Action: [sts:AssumeRole]
      """

  Scenario Outline: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case         | place                                                                | value                                                                               | verdict |
      | NotPrincipal | Worker.Properties.AssumeRolePolicyDocument.Statement[1].NotPrincipal | {AWS: arn:aws:iam::123456789012:user/eve}                                           | fail    |
      | several      | Worker.Properties.AssumeRolePolicyDocument.Statement[1].NotPrincipal | {AWS: [arn:aws:iam::123456789012:user/eve, arn:aws:iam::123456789012:user/mallory]} | fail    |
      | Principal    | Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal    | {AWS: arn:aws:iam::123456789012:role/caller}                                        | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].NotPrincipal` is set to `{AWS: arn:aws:iam::123456789012:user/eve}`
    When the policy SPILE-IAM-013 is evaluated
    Then the finding for Worker is at `Worker.Properties.AssumeRolePolicyDocument.Statement[1].NotPrincipal.AWS`
    And the message for Worker is "the trust policy of Worker trusts everybody but those whom it names"
    And the severity for Worker is critical
    And Worker passes once `Worker.Properties.AssumeRolePolicyDocument.Statement[1].NotPrincipal` is removed

  Scenario: Nobody can tell
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].NotPrincipal` is unknown
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for Worker is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].NotPrincipal` is set to `{AWS: arn:aws:iam::123456789012:user/eve}`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without roles
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-013 is evaluated
    Then nothing was evaluated

  Scenario: Beside Deny it is the usual way to say it
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].NotPrincipal` is set to `{AWS: arn:aws:iam::123456789012:role/admin}`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for Worker is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, NotPrincipal: {AWS: "111122223333"}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for aws_iam_role.r is fail
