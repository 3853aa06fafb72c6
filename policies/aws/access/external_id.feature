Feature: Other accounts take roles on with an external id or a second factor

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
                - {Effect: Allow, Principal: {AWS: "111122223333"}, Action: "sts:AssumeRole"}
      """

  Scenario Outline: Nobody can tell: <place>
    Given `P.Properties.AssumeRolePolicyDocument.<place>` is unknown
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for P is unknown

    Examples:
      | place                      |
      | Statement[1].Principal     |
      | Statement[1].Effect        |
      | Statement                  |

  Scenario: Queues are judged elsewhere
    Given `P.Type` is set to `AWS::SQS::QueuePolicy`
    And `P.Properties` is set to `{PolicyDocument: {Statement: []}}`
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for P is not applicable

  Scenario: The finding says what is wrong, and where
    When the policy SPILE-ACC-007 is evaluated
    Then the finding for P is at `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.AWS`
    And the message for P is "111122223333 may take P on for whomever it serves: no external id tells its customers apart"
    And the severity for P is medium
    And P passes once `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `{StringEquals: {"sts:ExternalId": x1}}`
    And P passes once `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `{Bool: {"aws:MultiFactorAuthPresent": "true"}}`

  Scenario Outline: <case>
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `<principal>`
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case            | principal                                               | verdict |
      | the own account | {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root"}   | pass    |
      | a service       | {Service: lambda.amazonaws.com}                       | pass    |
      | another account | {AWS: "arn:aws:iam::444455556666:role/r"}             | fail    |

  Scenario: Nobody can tell who it is, of one of several
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{AWS: [!Sub "arn:aws:iam::${AWS::AccountId}:root", someone]}`
    And `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.AWS[1]` is unknown
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for P is unknown

  Scenario: An app of somebody
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal` is set to `{Federated: accounts.google.com}`
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for P is pass

  Scenario: Other accounts, one with an id and one without
    Given `P.Properties.AssumeRolePolicyDocument.Statement[0]` is set to `{Effect: Allow, Principal: {AWS: "444455556666"}, Action: "sts:AssumeRole", Condition: {StringEquals: {"sts:ExternalId": x1}}}`
    When the policy SPILE-ACC-007 is evaluated
    Then the finding for P is at `P.Properties.AssumeRolePolicyDocument.Statement[1].Principal.AWS`

  Scenario: Something else is tested
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is set to `{Bool: {"aws:SecureTransport": "true"}}`
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for P is fail

  Scenario: Nobody can tell what is tested
    Given `P.Properties.AssumeRolePolicyDocument.Statement[1].Condition` is unknown
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for P is unknown

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "sts:AssumeRole", Condition: {StringEquals: {"sts:ExternalId": x1}}}]}
      """
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for aws_iam_role.r is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "sts:AssumeRole"}]}
      """
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for aws_iam_role.r is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_iam_role.r:
        name: r
        assume_role_policy: !unknown
      """
    When the policy SPILE-ACC-007 is evaluated
    Then the verdict for aws_iam_role.r is unknown
