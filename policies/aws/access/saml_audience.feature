Feature: Roles for people who sign in with SAML say where they sign in

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
                - {Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:saml-provider/idp"}, Action: "sts:AssumeRoleWithSAML"}
      """

  Scenario Outline: Nobody can tell: <place>
    Given `P.Properties.AssumeRolePolicyDocument.<place>` is unknown
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for P is unknown

    Examples:
      | place                      |
      | Statement[1].Principal     |
      | Statement[1].Effect        |
      | Statement                  |

  Scenario: Queues are judged elsewhere
    Given `P.Type` is set to `AWS::SQS::QueuePolicy`
    And `P.Properties` is set to `{PolicyDocument: {Statement: []}}`
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for P is not applicable

  Scenario: The finding says what is wrong, and where
    When the policy SPILE-ACC-009 is evaluated
    Then the finding for P is at `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Federated`
    And the message for P is "an answer that arn:aws:iam::111122223333:saml-provider/idp gives to any service opens P"
    And the severity for P is medium
    And P passes once `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `{StringEquals: {"SAML:aud": "https://signin.aws.amazon.com/saml"}}`
    And P passes once `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `{StringEquals: {"SAML:iss": "https://idp.example"}}`

  Scenario Outline: <case>
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `<condition>`
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case             | condition                                                             | verdict |
      | something else   | {StringEquals: {"SAML:sub": "x"}}                                 | fail    |
      | all but one      | {StringNotEquals: {"SAML:aud": "x"}}                              | fail    |
      | perhaps          | {StringEqualsIfExists: {"SAML:aud": "x"}}                         | fail    |

  Scenario Outline: <case>
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `<principal>`
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for P is pass

    Examples:
      | case                 | principal                                                              |
      | another provider     | {Federated: "arn:aws:iam::111122223333:oidc-provider/login.example"} |
      | an account           | {AWS: "111122223333"}                                                |

  Scenario: Nobody can tell what is tested
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is unknown
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for P is unknown

  Scenario: Nobody can tell who it is, of one of several
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{Federated: [login.example, someone]}`
    And `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Federated[1]` is unknown
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for P is unknown

  Scenario: One provider with an audience and one without
    Given `P.Properties.AssumeRolePolicyDocument.Statement[0]` is set to `{Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:saml-provider/other"}, Action: "sts:AssumeRoleWithSAML", Condition: {StringEquals: {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}`
    When the policy SPILE-ACC-009 is evaluated
    Then the finding for P is at `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Federated`

  Scenario: Nobody can tell who it is
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Federated` is unknown
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for P is unknown

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:saml-provider/idp"}, Action: "sts:AssumeRole", Condition: {StringEquals: {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}]}
      """
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:saml-provider/idp"}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for aws_iam_role.r is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !unknown
      """
    When the policy SPILE-ACC-009 is evaluated
    Then the verdict for aws_iam_role.r is unknown
