Feature: Trust policies name roles and users, not whole accounts

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
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `<value>`
    When the policy SPILE-IAM-033 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                          | value                                                           | verdict |
      | a service                     | {Service: lambda.amazonaws.com}                                 | pass    |
      | a role                        | {AWS: arn:aws:iam::123456789012:role/app}                       | pass    |
      | an account                    | {AWS: arn:aws:iam::123456789012:root}                           | fail    |
      | the own account               | {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"} | fail    |
      | an account by its number      | {AWS: [arn:aws:iam::123456789012:role/app, "123456789012"]}     | fail    |
      | the own account by its number | {AWS: !Ref AWS::AccountId}                                      | unknown |
      | a number that is none         | {AWS: "1234567890123"}                                          | pass    |
      | a user by the canonical id    | {CanonicalUser: "123456789012"}                                 | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: "123456789012"}`
    When the policy SPILE-IAM-033 is evaluated
    Then the finding for Worker is at `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal.AWS`
    And the message for Worker is "whoever the account 123456789012 lets do so may assume Worker"
    And the severity for Worker is low
    And Worker passes once `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{Service: ec2.amazonaws.com}`

  Scenario: Nobody can tell
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Service` is unknown
    When the policy SPILE-IAM-033 is evaluated
    Then the verdict for Worker is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: "123456789012"}`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-033 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without roles
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-033 is evaluated
    Then nothing was evaluated

  Scenario: Nobody knows who it is
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: [arn:aws:iam::123456789012:role/app]}`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal.AWS[0]` is unknown
    When the policy SPILE-IAM-033 is evaluated
    Then the verdict for Worker is unknown

  Scenario: To refuse an account is fine
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: "123456789012"}`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-033 is evaluated
    Then the verdict for Worker is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:role/build"}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-IAM-033 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:root"}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-IAM-033 is evaluated
    Then the verdict for aws_iam_role.r is fail
