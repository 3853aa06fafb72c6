Feature: No policy allows everything on everything

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
                  Action: "*"
                  Resource: arn:aws:s3:::photos/*
      """

  Scenario Outline: <case>
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `<value>`
    When the policy SPILE-IAM-001 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case                                | value                 | verdict |
      | everything on one bucket            | arn:aws:s3:::photos/* | pass    |
      | everything on everything            | "*"                   | fail    |
      | everything on everything, in a list | ["*"]                 | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    When the policy SPILE-IAM-001 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].Action`
    And the message for Reading is "Reading allows every action on every resource"
    And the severity for Reading is critical
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `arn:aws:s3:::photos/*`

  Scenario: Nobody can tell
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is unknown
    When the policy SPILE-IAM-001 is evaluated
    Then the verdict for Reading is unknown

  Scenario: A template without policies
    Given `Reading.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-001 is evaluated
    Then nothing was evaluated

  Scenario Outline: On every resource: <action>
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `<action>`
    When the policy SPILE-IAM-001 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | action              | verdict |
      | [s3:*]              | pass    |
      | [s3:GetObject, "*"] | fail    |
      | ["*:*"]             | fail    |

  Scenario: To refuse everything is fine
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-001 is evaluated
    Then the verdict for Reading is pass

  Scenario: The document may be JSON in a string
    Given `Reading.Properties.PolicyDocument` is set to `'{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}'`
    When the policy SPILE-IAM-001 is evaluated
    Then the verdict for Reading is fail

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-001 is evaluated
    Then the verdict for aws_iam_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}
      """
    When the policy SPILE-IAM-001 is evaluated
    Then the verdict for aws_iam_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !unknown
      """
    When the policy SPILE-IAM-001 is evaluated
    Then the verdict for aws_iam_policy.p is unknown
