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
                  Principal: {Service: ec2.amazonaws.com}
                  Action: sts:AssumeRole
      """

  Scenario Outline: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case         | place                                                                | value                                                                               | verdict |
      | NotPrincipal | Worker.Properties.AssumeRolePolicyDocument.Statement[0].NotPrincipal | {AWS: arn:aws:iam::123456789012:user/eve}                                           | fail    |
      | several      | Worker.Properties.AssumeRolePolicyDocument.Statement[0].NotPrincipal | {AWS: [arn:aws:iam::123456789012:user/eve, arn:aws:iam::123456789012:user/mallory]} | fail    |
      | Principal    | Worker.Properties.AssumeRolePolicyDocument.Statement[0].Principal    | {AWS: arn:aws:iam::123456789012:role/caller}                                        | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[0].NotPrincipal` is set to `{AWS: arn:aws:iam::123456789012:user/eve}`
    When the policy SPILE-IAM-013 is evaluated
    Then the finding for Worker is at `Worker.Properties.AssumeRolePolicyDocument.Statement[0].NotPrincipal.AWS`
    And the message for Worker is "the trust policy of Worker trusts everybody but those whom it names"
    And Worker passes once `Worker.Properties.AssumeRolePolicyDocument.Statement[0].NotPrincipal` is removed

  Scenario: Nobody can tell
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[0].NotPrincipal` is unknown
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without roles
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-013 is evaluated
    Then nothing was evaluated

  Scenario: Beside Deny it is the usual way to say it
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[0].NotPrincipal` is set to `{AWS: arn:aws:iam::123456789012:role/admin}`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[0].Effect` is set to `Deny`
    When the policy SPILE-IAM-013 is evaluated
    Then the verdict for Worker is pass
