Feature: Search domains are used by the own accounts only

  Background:
    Given the template:
      """yaml
      Resources:
        Robot:
          Type: AWS::IAM::Role
          Properties: {AssumeRolePolicyDocument: {Statement: []}}
        P:
          Type: AWS::OpenSearchService::Domain
          Properties:
            AccessPolicies:
              Statement:
                - Effect: Allow
                  Principal: {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root"}
                  Action: ["x:Read*"]
                  Resource: "*"
                - Effect: Allow
                  Principal: {AWS: !GetAtt Robot.Arn}
                  Action: ["x:Read*", "x:Write"]
                  Resource: "*"
      """

  Scenario Outline: <case>
    Given `P.Properties.AccessPolicies.Statement[1].Principal` is set to `<principal>`
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case                             | principal                                                      | verdict |
      | the own account, by its number   | {AWS: !Ref "AWS::AccountId"}                                   | pass    |
      | a role of the own account        | {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:role/robot"}        | pass    |
      | a service                        | {Service: config.amazonaws.com}                                | pass    |
      | another account                  | {AWS: "111122223333"}                                          | fail    |
      | its root, among others           | {AWS: [!GetAtt Robot.Arn, "arn:aws:iam::111122223333:root"]}   | fail    |
      | one of its roles                 | {AWS: "arn:aws:iam::111122223333:role/r"}                      | fail    |
      | everybody                        | {AWS: "*"}                                                     | pass |

  Scenario: The finding says what is wrong, and where
    Given `P.Properties.AccessPolicies.Statement[1].Principal` is set to `{AWS: "arn:aws:iam::111122223333:root"}`
    When the policy SPILE-ACC-003 is evaluated
    Then the finding for P is at `P.Properties.AccessPolicies.Statement[1].Principal.AWS`
    And the message for P is "P lets arn:aws:iam::111122223333:root, of another account, do [x:Read*, x:Write]"
    And the severity for P is high
    And P passes once `P.Properties.AccessPolicies.Statement[1].Principal.AWS` is set to `!GetAtt Robot.Arn`

  Scenario Outline: <case> keeps others away
    Given `P.Properties.AccessPolicies.Statement[1].Principal` is set to `{AWS: "111122223333"}`
    And `P.Properties.AccessPolicies.Statement[1].Condition` is set to `<condition>`
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case                       | condition                                                     | verdict |
      | the organisation           | {StringEquals: {"aws:PrincipalOrgID": o-aaaaaaaaaa}}          | pass    |
      | perhaps the organisation   | {StringEqualsIfExists: {"aws:PrincipalOrgID": o-aaaaaaaaaa}}  | fail    |
      | every organisation but one | {StringNotEquals: {"aws:PrincipalOrgID": o-aaaaaaaaaa}}       | fail    |
      | only TLS                   | {Bool: {"aws:SecureTransport": true}}                         | fail    |

  Scenario: To deny it to all but the own account is as good
    Given `P.Properties.AccessPolicies.Statement[1].Principal` is set to `{AWS: "111122223333"}`
    And `P.Properties.AccessPolicies.Statement[0]` is set to:
      """
      Effect: Deny
      Principal: "*"
      Action: "*"
      Resource: "*"
      Condition: {StringNotEquals: {"aws:PrincipalAccount": !Ref "AWS::AccountId"}}
      """
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for P is pass

  Scenario: Nobody can tell who it is, of one of several
    Given `P.Properties.AccessPolicies.Statement[1].Principal` is set to `{AWS: [!GetAtt Robot.Arn, someone]}`
    And `P.Properties.AccessPolicies.Statement[1].Principal.AWS[1]` is unknown
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for P is unknown

  Scenario: An account that is trusted
    Given `P.Properties.AccessPolicies.Statement[1].Principal` is set to `{AWS: "111122223333"}`
    And the policy parameter "iam.trusted_accounts" is `{"111122223333"}`
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for P is pass

  Scenario Outline: Nobody can tell: <place>
    Given `P.Properties.AccessPolicies.<place>` is unknown
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for P is unknown

    Examples:
      | place                       |
      | Statement[1].Principal.AWS  |
      | Statement[1]                |

  Scenario: A template without one
    Given `P.Type` is set to `AWS::SNS::Subscription`
    When the policy SPILE-ACC-003 is evaluated
    Then nothing was evaluated

  Scenario: Queues are judged elsewhere
    Given `P.Type` is set to `AWS::SQS::QueuePolicy`
    And `P.Properties` is set to `{PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}}`
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for P is not applicable

  Scenario Outline: <type>
    Given `P.Type` is set to `<type>`
    And `P.Properties` is set to `<properties>`
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for P is fail

    Examples:
      | type | properties |
      | AWS::OpenSearchService::Domain | {AccessPolicies: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::Elasticsearch::Domain | {AccessPolicies: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        access_policies: !json {Statement: [{Effect: Allow, Principal: {Service: config.amazonaws.com}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for aws_opensearch_domain.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        access_policies: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for aws_opensearch_domain.d is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_opensearch_domain.d:
        domain_name: d
        access_policies: !unknown
      """
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for aws_opensearch_domain.d is unknown

  Scenario: A plan of Terraform with the policy beside the domain
    Given the planned resources:
      """yaml
      aws_elasticsearch_domain_policy.d:
        domain_name: d
        access_policies: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-003 is evaluated
    Then the verdict for aws_elasticsearch_domain_policy.d is fail
