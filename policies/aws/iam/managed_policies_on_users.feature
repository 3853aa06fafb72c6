Feature: Managed policies are attached to groups and roles, not to users

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
    Given `<place>` is set to `<value>`
    When the policy SPILE-IAM-028 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case     | place                     | value     | verdict |
      | one user | Reading.Properties.Users  | [alice]   | fail    |
      | nobody   | Reading.Properties.Users  | []        | pass    |
      | groups   | Reading.Properties.Groups | [readers] | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.Users` is set to `[alice]`
    When the policy SPILE-IAM-028 is evaluated
    Then the finding for Reading is at `Reading.Properties.Users[0]`
    And the message for Reading is "Reading is attached straight to the user alice"
    And the severity for Reading is low
    And Reading passes once `Reading.Properties.Users` is removed

  Scenario: Nobody can tell
    Given `Reading.Properties.Users` is unknown
    When the policy SPILE-IAM-028 is evaluated
    Then the verdict for Reading is unknown

  Scenario: Another kind of policy has a rule of its own
    Given `Reading.Type` is set to `AWS::IAM::Policy`
    When the policy SPILE-IAM-028 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-028 is evaluated
    Then the verdict for aws_iam_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      aws_iam_user_policy_attachment.a:
        user: u
        policy_arn: !ref aws_iam_policy.p.arn
      """
    When the policy SPILE-IAM-028 is evaluated
    Then the verdict for aws_iam_policy.p is fail
