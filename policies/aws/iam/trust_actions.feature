Feature: Trust policies name the actions that they allow

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
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Action` is set to `<value>`
    When the policy SPILE-IAM-008 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                  | value                     | verdict |
      | sts:AssumeRole        | sts:AssumeRole            | pass    |
      | a part of the service | sts:Assume*               | pass    |
      | the whole service     | [sts:TagSession, "sts:*"] | fail    |
      | everything            | "*"                       | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Action` is set to `"sts:*"`
    When the policy SPILE-IAM-008 is evaluated
    Then the finding for Worker is at `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Action`
    And the message for Worker is "the trust policy of Worker allows every action that sts:* stands for"
    And the severity for Worker is high
    And Worker passes once `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Action` is set to `sts:AssumeRole`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-IAM-008 is evaluated
    Then the verdict for Worker is unknown

    Examples:
      | place                                                             |
      | Worker.Properties.AssumeRolePolicyDocument.Statement[1].Action    |
      | Worker.Properties.AssumeRolePolicyDocument.Statement[1].Action[0] |

  Scenario: Nobody knows whether it allows or refuses
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Action` is set to `"sts:*"`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-008 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without roles
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-008 is evaluated
    Then nothing was evaluated

  Scenario: To refuse everything is fine
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Action` is set to `"*"`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-008 is evaluated
    Then the verdict for Worker is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-IAM-008 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:*"}]}
      """
    When the policy SPILE-IAM-008 is evaluated
    Then the verdict for aws_iam_role.r is fail
