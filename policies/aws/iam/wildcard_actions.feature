Feature: Roles and managed policies spell actions out

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
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `<value>`
    When the policy SPILE-IAM-034 is evaluated
    Then the verdict for Reading is <verdict>

    Examples:
      | case                                    | value                     | verdict |
      | one action                              | s3:GetObject              | pass    |
      | a star at the end                       | [s3:PutObject, "s3:Get*"] | fail    |
      | a star in the middle                    | ["s3:*Object"]            | fail    |
      | any letter                              | ["s3:?etObject"]          | fail    |
      | a whole service                         | ["s3:*"]                  | fail    |
      | everything, which other policies report | "*"                       | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `s3:Get*`
    When the policy SPILE-IAM-034 is evaluated
    Then the finding for Reading is at `Reading.Properties.PolicyDocument.Statement[1].Action`
    And the message for Reading is "Reading allows all that s3:Get* stands for, also what AWS adds tomorrow"
    And the severity for Reading is info
    And Reading passes once `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `s3:GetObject`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-IAM-034 is evaluated
    Then the verdict for Reading is unknown

    Examples:
      | place                                                    |
      | Reading.Properties.PolicyDocument.Statement[1].Action    |
      | Reading.Properties.PolicyDocument.Statement[1].Action[0] |

  Scenario: Nobody knows whether it allows or refuses
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `s3:Get*`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-IAM-034 is evaluated
    Then the verdict for Reading is unknown

  Scenario: A template without policies
    Given `Reading.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-034 is evaluated
    Then nothing was evaluated

  Scenario: To refuse it is fine
    Given `Reading.Properties.PolicyDocument.Statement[1].Action` is set to `s3:Get*`
    And `Reading.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-IAM-034 is evaluated
    Then the verdict for Reading is pass

  Scenario Outline: <what> counts, too
    Given `Resources.Worker` is set to `{Type: AWS::IAM::Role, Properties: {<properties>}}`
    When the policy SPILE-IAM-034 is evaluated
    Then the verdict for Worker is <verdict>

    Examples:
      | what                   | properties                                                                                                     | verdict |
      | a trust policy         | AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: "sts:Assume*"}]}                                | fail    |
      | a policy inside a role | Policies: [{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:Get*"}]}}]                 | fail    |
      | what is spelled out    | Policies: [{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:GetObject"}]}}]            | pass    |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-034 is evaluated
    Then the verdict for aws_iam_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_policy.p:
        name: p
        policy: !json {Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "arn:aws:s3:::b/*"}]}
      """
    When the policy SPILE-IAM-034 is evaluated
    Then the verdict for aws_iam_policy.p is fail
