Feature: Managed policies name the resources that they are for

  Background:
    Given the template:
      """yaml
      Resources:
        Reading:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            ManagedPolicyName: reading
            Roles: [worker]
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
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `<value>`
    When the policy SPILE-IAM-007 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case                  | value                        | verdict |
      | an ARN                | arn:aws:s3:::photos/*        | pass    |
      | a pattern             | "arn:aws:s3:::*"             | pass    |
      | everything            | "*"                          | fail    |
      | everything, in a list | [arn:aws:s3:::photos/*, "*"] | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    When the policy SPILE-IAM-007 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].Resource`
    And the message for Reading is "Reading allows its actions on every resource"
    And the severity for Reading is medium
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `arn:aws:s3:::photos/*`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-IAM-007 is evaluated
    Then the verdict for Reading is unknown

    Examples:
      | place                                                      |
      | Reading.Properties.PolicyDocument.Statement[1].Resource    |
      | Reading.Properties.PolicyDocument.Statement[1].Resource[0] |

  Scenario: Nobody knows whether it allows or refuses
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-007 is evaluated
    Then the verdict for Reading is unknown

  Scenario: Another kind of policy has a rule of its own
    Given `Reading.Type` is set to `AWS::IAM::Policy`
    When the policy SPILE-IAM-007 is evaluated
    Then nothing was evaluated

  Scenario: To refuse something everywhere is fine
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-007 is evaluated
    Then the verdict for Reading is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-007 is evaluated
    Then the verdict for aws_iam_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]}
      """
    When the policy SPILE-IAM-007 is evaluated
    Then the verdict for aws_iam_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !unknown
      """
    When the policy SPILE-IAM-007 is evaluated
    Then the verdict for aws_iam_policy.p is unknown
