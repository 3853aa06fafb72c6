Feature: Policies say which resources they are for

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
    When the policy SPILE-IAM-023 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case                       | place                                                      | value                    | verdict |
      | NotResource with one value | Reading.Properties.PolicyDocument.Statement[1].NotResource | arn:aws:s3:::private/*   | fail    |
      | NotResource with a list    | Reading.Properties.PolicyDocument.Statement[1].NotResource | [arn:aws:s3:::private/*] | fail    |
      | an empty NotResource       | Reading.Properties.PolicyDocument.Statement[1].NotResource | []                       | pass    |
      | nothing of the kind        | Reading.Properties.PolicyDocument.Statement[1].Sid         | Read                     | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.PolicyDocument.Statement[1].NotResource` is set to `arn:aws:s3:::private/*`
    When the policy SPILE-IAM-023 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].NotResource`
    And the message for Reading is "Reading allows its actions on every resource but those that it names"
    And the severity for Reading is medium
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].NotResource` is removed

  Scenario: Nobody can tell
    Given `Reading.Properties.PolicyDocument.Statement[1].NotResource` is unknown
    When the policy SPILE-IAM-023 is evaluated
    Then the verdict for Reading is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Reading.Properties.PolicyDocument.Statement[1].NotResource` is set to `arn:aws:s3:::private/*`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-023 is evaluated
    Then the verdict for Reading is unknown

  Scenario: Another kind of policy has a rule of its own
    Given `Reading.Type` is set to `AWS::IAM::ManagedPolicy`
    When the policy SPILE-IAM-023 is evaluated
    Then nothing was evaluated

  Scenario: Beside Deny it is the usual way to say it
    Given `Reading.Properties.PolicyDocument.Statement[1].NotResource` is set to `arn:aws:s3:::private/*`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-023 is evaluated
    Then the verdict for Reading is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-023 is evaluated
    Then the verdict for aws_iam_group_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", NotResource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-023 is evaluated
    Then the verdict for aws_iam_group_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_group_policy.p:
        name: p
        group: g
        policy: !unknown
      """
    When the policy SPILE-IAM-023 is evaluated
    Then the verdict for aws_iam_group_policy.p is unknown
