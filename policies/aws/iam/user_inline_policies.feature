Feature: Users carry no policies of their own

  Background:
    Given the template:
      """yaml
      Resources:
        Alice:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
      """

  Scenario Outline: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-IAM-014 is evaluated
    Then the verdict for Alice is <verdict>

    Examples:
      | case             | place                              | value                                                | verdict |
      | a policy inside  | Alice.Properties.Policies          | [{PolicyName: own, PolicyDocument: {Statement: []}}] | fail    |
      | an empty list    | Alice.Properties.Policies          | []                                                   | pass    |
      | a managed policy | Alice.Properties.ManagedPolicyArns | [arn:aws:iam::aws:policy/ReadOnlyAccess]             | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Alice.Properties.Policies` is set to `[{PolicyName: own, PolicyDocument: {Statement: []}}]`
    When the policy SPILE-IAM-014 is evaluated
    Then the finding for Alice is at `Alice.Properties.Policies`
    And the message for Alice is "Alice carries policies that no group or role shares"
    And the severity for Alice is medium
    And Alice passes once `Alice.Properties.Policies` is removed

  Scenario: Nobody can tell
    Given `Alice.Properties.Policies` is unknown
    When the policy SPILE-IAM-014 is evaluated
    Then the verdict for Alice is unknown

  Scenario: A template without users
    Given `Alice.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-014 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_user.u:
        name: u
      """
    When the policy SPILE-IAM-014 is evaluated
    Then the verdict for aws_iam_user.u is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_user.u:
        name: u
      aws_iam_user_policy.p:
        user: !ref aws_iam_user.u.name
        policy: !json {Statement: []}
      """
    When the policy SPILE-IAM-014 is evaluated
    Then the verdict for aws_iam_user.u is fail
