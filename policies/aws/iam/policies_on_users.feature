Feature: Policies are attached to groups and roles, not to users

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
    Given `<place>` is set to `<value>`
    When the policy SPILE-IAM-004 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case     | place                     | value     | verdict |
      | one user | Reading.Properties.Users  | [alice]   | fail    |
      | nobody   | Reading.Properties.Users  | []        | pass    |
      | groups   | Reading.Properties.Groups | [readers] | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.Users` is set to `[alice]`
    When the policy SPILE-IAM-004 is evaluated
    Then the finding for Reading is at `Reading.Properties.Users[0]`
    And the message for Reading is "Reading is attached straight to the user alice"
    And the severity for Reading is low
    And Reading passes once `Reading.Properties.Users` is removed

  Scenario: Nobody can tell
    Given `Reading.Properties.Users` is unknown
    When the policy SPILE-IAM-004 is evaluated
    Then the verdict for Reading is unknown

  Scenario: Another kind of policy has a rule of its own
    Given `Reading.Type` is set to `AWS::IAM::ManagedPolicy`
    When the policy SPILE-IAM-004 is evaluated
    Then nothing was evaluated

  Scenario: A policy that is made for one user
    Given `Reading.Type` is set to `AWS::IAM::UserPolicy`
    And `Reading.Properties.UserName` is set to `alice`
    When the policy SPILE-IAM-004 is evaluated
    Then the verdict for Reading is fail

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-004 is evaluated
    Then the verdict for aws_iam_group_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_user_policy.p:
        name: p
        user: u
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-004 is evaluated
    Then the verdict for aws_iam_user_policy.p is fail
