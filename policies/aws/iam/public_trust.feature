Feature: Roles are not open to everybody

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
    When the policy SPILE-IAM-029 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | case                    | value                                        | verdict |
      | a service               | {Service: lambda.amazonaws.com}              | pass    |
      | an account              | {AWS: "123456789012"}                        | pass    |
      | everybody               | "*"                                          | fail    |
      | everybody, as accounts  | {AWS: "*"}                                   | fail    |
      | everybody, among others | {AWS: [arn:aws:iam::123456789012:root, "*"]} | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: "*"}`
    When the policy SPILE-IAM-029 is evaluated
    Then the finding for Worker is at `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal.AWS`
    And the message for Worker is "everybody who has an AWS account may assume Worker"
    And the severity for Worker is critical
    And Worker passes once `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{Service: ec2.amazonaws.com}`

  Scenario: Nobody can tell
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Service` is unknown
    When the policy SPILE-IAM-029 is evaluated
    Then the verdict for Worker is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: "*"}`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-029 is evaluated
    Then the verdict for Worker is unknown

  Scenario: A template without roles
    Given `Worker.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-029 is evaluated
    Then nothing was evaluated

  Scenario Outline: <condition> decides who that is
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: "*"}`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `<test>`
    When the policy SPILE-IAM-029 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | condition             | test                                          | verdict |
      | the organisation      | {StringEquals: {"aws:PrincipalOrgID": o-1}}   | pass    |
      | any organisation      | {StringLike: {"aws:PrincipalOrgID": "*"}}     | fail    |
      | all but one account   | {StringNotEquals: {"aws:SourceAccount": "1"}} | fail    |
      | something else        | {Bool: {"aws:SecureTransport": true}}         | fail    |

  Scenario: To refuse everybody is fine
    Given `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `"*"`
    And `Worker.Properties.AssumeRolePolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-029 is evaluated
    Then the verdict for Worker is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-IAM-029 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-IAM-029 is evaluated
    Then the verdict for aws_iam_role.r is fail
