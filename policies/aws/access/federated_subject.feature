Feature: Roles for build systems and apps say whose jobs take them on

  Background:
    Given the template:
      """yaml
      Resources:
        P:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {Service: ec2.amazonaws.com}
                  Action: sts:AssumeRole
                - Effect: Allow
                  Principal: {Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition: {StringEquals: {"token.actions.githubusercontent.com:aud": sts.amazonaws.com}}
      """

  Scenario Outline: Nobody can tell: <place>
    Given `P.Properties.AssumeRolePolicyDocument.<place>` is unknown
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for P is unknown

    Examples:
      | place                      |
      | Statement[1].Principal     |
      | Statement[1].Effect        |
      | Statement                  |

  Scenario: Queues are judged elsewhere
    Given `P.Type` is set to `AWS::SQS::QueuePolicy`
    And `P.Properties` is set to `{PolicyDocument: {Statement: []}}`
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for P is not applicable

  Scenario: The audience alone is the same for everybody
    When the policy SPILE-ACC-008 is evaluated
    Then the finding for P is at `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Federated`
    And the message for P is "everybody who can sign in at token.actions.githubusercontent.com may take P on"
    And the severity for P is critical
    And P passes once `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `{StringLike: {"token.actions.githubusercontent.com:sub": "repo:org/app:*"}}`

  Scenario Outline: <case>
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `<condition>`
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case                      | condition                                                                | verdict |
      | one branch                | {StringEquals: {"token.actions.githubusercontent.com:sub": "repo:org/app:ref:refs/heads/main"}}      | pass    |
      | in capitals               | {StringEquals: {"TOKEN.actions.githubusercontent.com:SUB": "repo:org/app:ref:refs/heads/main"}} | pass    |
      | every repository          | {StringLike: {"token.actions.githubusercontent.com:sub": "repo:*"}}                                  | fail    |
      | every subject             | {StringLike: {"token.actions.githubusercontent.com:sub": "*"}}                                       | fail    |
      | one of them is everybody  | {StringLike: {"token.actions.githubusercontent.com:sub": ["repo:org/app:*", "repo:*/*"]}}            | fail    |
      | all but one               | {StringNotLike: {"token.actions.githubusercontent.com:sub": "repo:org/app:*"}}                       | fail    |
      | perhaps one               | {StringLikeIfExists: {"token.actions.githubusercontent.com:sub": "repo:org/app:*"}}                  | fail    |
      | an owner                  | {StringEquals: {"token.actions.githubusercontent.com:repository_owner": org}}                        | pass    |
      | the key of another system | {StringEquals: {"gitlab.com:sub": "project_path:org/app"}}           | fail    |

  Scenario Outline: <host>
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Federated` is set to `<principal>`
    And `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `<condition>`
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | host                | principal                                               | condition                                                              | verdict |
      | GitLab              | "arn:aws:iam::111122223333:oidc-provider/gitlab.com"    | {StringEquals: {"gitlab.com:aud": "https://gitlab.com"}}           | fail    |
      | GitLab, a project   | "arn:aws:iam::111122223333:oidc-provider/gitlab.com"    | {StringLike: {"gitlab.com:sub": "project_path:org/app:*"}}         | pass    |
      | GitLab, any project | "arn:aws:iam::111122223333:oidc-provider/gitlab.com"    | {StringLike: {"gitlab.com:sub": "project_path:*"}}                 | fail    |
      | GitHub, a company   | "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com/company"   | {StringEquals: {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}                   | fail    |
      | Google              | accounts.google.com                                     | {StringEquals: {"accounts.google.com:email": "x"}}                 | fail    |
      | Google, an app      | accounts.google.com                                     | {StringEquals: {"accounts.google.com:aud": "x"}}                   | pass    |
      | Cognito             | cognito-identity.amazonaws.com                          | {StringLike: {"cognito-identity.amazonaws.com:amr": "authenticated"}} | fail |
      | a provider of yours | "arn:aws:iam::111122223333:oidc-provider/login.example" | {StringEquals: {"login.example:aud": "x"}}                         | pass    |

  Scenario Outline: Nobody can tell whom a condition names: <place>
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `{StringLike: {"token.actions.githubusercontent.com:sub": "repo:org/app:*"}}`
    And `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition.<place>` is unknown
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for P is unknown

    Examples:
      | place            |
      | StringLike       |
      | StringLike."token.actions.githubusercontent.com:sub" |

  Scenario: Nobody can tell who it is, of one of several
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{Federated: [login.example, someone]}`
    And `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Federated[1]` is unknown
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for P is unknown

  Scenario: One job with a name and one without
    Given `P.Properties.AssumeRolePolicyDocument.Statement[0]` is set to `{Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:oidc-provider/gitlab.com"}, Action: "sts:AssumeRoleWithWebIdentity", Condition: {StringEquals: {"gitlab.com:sub": "project_path:org/app:ref_type:branch:ref:main"}}}`
    When the policy SPILE-ACC-008 is evaluated
    Then the finding for P is at `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Federated`

  Scenario: A principal that is no provider
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: "111122223333"}`
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for P is pass

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, Action: "sts:AssumeRole", Condition: {StringLike: {"token.actions.githubusercontent.com:sub": "repo:org/app:*"}}}]}
      """
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, Action: "sts:AssumeRole", Condition: {StringEquals: {"token.actions.githubusercontent.com:aud": sts.amazonaws.com}}}]}
      """
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for aws_iam_role.r is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !unknown
      """
    When the policy SPILE-ACC-008 is evaluated
    Then the verdict for aws_iam_role.r is unknown
