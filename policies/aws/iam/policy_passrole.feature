Feature: Policies name the roles that may be handed to services

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
                  Action: [iam:PassRole]
                  Resource: [arn:aws:iam::123456789012:role/app]
      """

  Scenario Outline: <case>
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `<value>`
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case                     | value                                     | verdict |
      | the roles are named      | arn:aws:iam::123456789012:role/app        | pass    |
      | some of the roles        | arn:aws:iam::123456789012:role/app-*      | pass    |
      | every role               | "*"                                       | fail    |
      | every role, among others | [arn:aws:iam::123456789012:role/app, "*"] | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    When the policy SPILE-IAM-017 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].Resource`
    And the message for Reading is "Reading lets its holder hand any role to a service, and so gain what the role may do"
    And the severity for Reading is high
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `arn:aws:iam::123456789012:role/app`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for Reading is unknown

    Examples:
      | place                                                      |
      | Reading.Properties.PolicyDocument.Statement[1].Resource    |
      | Reading.Properties.PolicyDocument.Statement[1].Resource[0] |

  Scenario: Nobody knows whether it allows or refuses
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for Reading is unknown

  Scenario: Another kind of policy has a rule of its own
    Given `Reading.Type` is set to `AWS::IAM::ManagedPolicy`
    When the policy SPILE-IAM-017 is evaluated
    Then nothing was evaluated

  Scenario Outline: What counts as handing roles on: <action>
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `<action>`
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | action            | verdict |
      | [iam:Pass*]       | fail    |
      | ["iam:*"]         | fail    |
      | "*"               | fail    |
      | [iam:passrole]    | fail    |
      | [iam:GetRole]     | pass    |

  Scenario: A condition names the service that may be handed the role
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Condition` is set to `{StringEquals: {"iam:PassedToService": ecs-tasks.amazonaws.com}}`
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for Reading is pass

  Scenario: Another condition does not help
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Condition` is set to `{Bool: {"aws:SecureTransport": true}}`
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for Reading is fail

  Scenario: To refuse it is fine
    Given `Reading.Properties.PolicyDocument.Statement[1].Resource` is set to `"*"`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for Reading is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for aws_iam_group_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !json {Statement: [{Effect: Allow, Action: "iam:PassRole", Resource: "*"}]}
      """
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for aws_iam_group_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !unknown
      """
    When the policy SPILE-IAM-017 is evaluated
    Then the verdict for aws_iam_group_policy.p is unknown
