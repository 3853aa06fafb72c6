Feature: Policies name the actions that they allow

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
                  Action: [s3:GetObject]
                  Resource: [arn:aws:s3:::photos/*]
      """

  Scenario Outline: <case>
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `<value>`
    When the policy SPILE-IAM-010 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case                      | value                   | verdict |
      | one action                | s3:GetObject            | pass    |
      | a part of a service       | [s3:Get*]               | pass    |
      | every action of a service | [sqs:SendMessage, s3:*] | fail    |
      | every action there is     | "*"                     | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `["s3:*"]`
    When the policy SPILE-IAM-010 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].Action[0]`
    And the message for Reading is "Reading allows every action that s3:* stands for"
    And the severity for Reading is high
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `[s3:GetObject]`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-IAM-010 is evaluated
    Then the verdict for Reading is unknown

    Examples:
      | place                                                    |
      | Reading.Properties.PolicyDocument.Statement[1].Action    |
      | Reading.Properties.PolicyDocument.Statement[1].Action[0] |

  Scenario: Nobody knows whether it allows or refuses
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `["s3:*"]`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-010 is evaluated
    Then the verdict for Reading is unknown

  Scenario: Another kind of policy has a rule of its own
    Given `Reading.Type` is set to `AWS::IAM::ManagedPolicy`
    When the policy SPILE-IAM-010 is evaluated
    Then nothing was evaluated

  Scenario: To refuse everything is fine
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-010 is evaluated
    Then the verdict for Reading is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-010 is evaluated
    Then the verdict for aws_iam_group_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !json {Statement: [{Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-010 is evaluated
    Then the verdict for aws_iam_group_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !unknown
      """
    When the policy SPILE-IAM-010 is evaluated
    Then the verdict for aws_iam_group_policy.p is unknown
