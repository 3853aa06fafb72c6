Feature: Policies are managed, not written inside users, groups and roles

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
    When the policy SPILE-IAM-015 is evaluated
    Then the verdict for Alice is <verdict>

    Examples:
      | case             | place                              | value                                                | verdict |
      | a policy inside  | Alice.Properties.Policies          | [{PolicyName: own, PolicyDocument: {Statement: []}}] | fail    |
      | an empty list    | Alice.Properties.Policies          | []                                                   | pass    |
      | a managed policy | Alice.Properties.ManagedPolicyArns | [arn:aws:iam::aws:policy/ReadOnlyAccess]             | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Alice.Properties.Policies` is set to `[{PolicyName: own, PolicyDocument: {Statement: []}}]`
    When the policy SPILE-IAM-015 is evaluated
    Then the finding for Alice is at `Alice.Properties.Policies`
    And the message for Alice is "Alice carries policies that nothing else can share"
    And the severity for Alice is info
    And Alice passes once `Alice.Properties.Policies` is removed

  Scenario: Nobody can tell
    Given `Alice.Properties.Policies` is unknown
    When the policy SPILE-IAM-015 is evaluated
    Then the verdict for Alice is unknown

  Scenario: A template without users, groups and roles
    Given `Alice.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-015 is evaluated
    Then nothing was evaluated

  Scenario Outline: <type> likewise
    Given `Alice` is set to `{Type: <type>, Properties: {Policies: [{PolicyName: own, PolicyDocument: {Statement: []}}]}}`
    When the policy SPILE-IAM-015 is evaluated
    Then the verdict for Alice is fail

    Examples:
      | type            |
      | AWS::IAM::Group |
      | AWS::IAM::Role  |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
      """
    When the policy SPILE-IAM-015 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
      aws_iam_role_policy.p:
        role: !ref aws_iam_role.r.id
        policy: !json {Statement: []}
      """
    When the policy SPILE-IAM-015 is evaluated
    Then the verdict for aws_iam_role.r is fail
