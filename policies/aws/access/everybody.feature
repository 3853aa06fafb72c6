Feature: Resource policies are not open to everybody

  Background:
    Given the template:
      """yaml
      Resources:
        P:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: s
            ResourcePolicy:
              Statement:
                - Effect: Allow
                  Principal: {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root"}
                  Action: "*"
                  Resource: "*"
                - Effect: Allow
                  Principal: {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:role/reader"}
                  Action: secretsmanager:GetSecretValue
                  Resource: "*"
      """

  Scenario Outline: <case>
    Given `P.Properties.ResourcePolicy.Statement[1].Principal` is set to `<principal>`
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case                    | principal                              | verdict |
      | another account         | {AWS: "111122223333"}                  | pass    |
      | everybody               | "*"                                    | fail    |
      | everybody, as accounts  | {AWS: "*"}                             | fail    |
      | everybody, among others | {AWS: ["111122223333", "*"]}           | fail    |

  Scenario: Everybody but a few is everybody
    Given `P.Properties.ResourcePolicy.Statement[1].Principal` is removed
    And `P.Properties.ResourcePolicy.Statement[1].NotPrincipal` is set to `{AWS: "111122223333"}`
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is fail

  Scenario: The finding says what is wrong, and where
    Given `P.Properties.ResourcePolicy.Statement[1].Principal` is set to `"*"`
    When the policy SPILE-ACC-006 is evaluated
    Then the finding for P is at `P.Properties.ResourcePolicy.Statement[1].Principal`
    And the message for P is "P lets everybody use the secret: [secretsmanager:GetSecretValue]"
    And the severity for P is critical
    And P passes once `P.Properties.ResourcePolicy.Statement[1].Condition` is set to `{StringEquals: {"aws:PrincipalOrgID": o-aaaaaaaaaa}}`

  Scenario Outline: <case>
    Given `P.Properties.ResourcePolicy.Statement[1].Principal` is set to `"*"`
    And `P.Properties.ResourcePolicy.Statement[1].Condition` is set to `<condition>`
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case                        | condition                                                                       | verdict |
      | one source                  | {ArnLike: {"aws:SourceArn": !Sub "arn:aws:sns:eu-west-1:${AWS::AccountId}:t"}}  | pass    |
      | a source of any account     | {ArnLike: {"aws:SourceArn": "arn:aws:sns:eu-west-1:*:t"}}                       | fail    |
      | the own account             | {StringEquals: {"aws:SourceAccount": !Ref "AWS::AccountId"}}                    | pass    |
      | one endpoint                | {StringEquals: {"aws:SourceVpce": vpce-1}}                                      | pass    |
      | any endpoint                | {StringLike: {"aws:SourceVpce": "*"}}                                           | fail    |
      | whoever comes by one        | {Null: {"aws:SourceVpce": "false"}}                                             | fail    |
      | a network                   | {IpAddress: {"aws:SourceIp": 203.0.113.0/24}}                                   | pass    |
      | half of the internet        | {IpAddress: {"aws:SourceIp": [0.0.0.0/1, 128.0.0.0/1]}}                         | fail    |
      | paths of the organisation   | {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-aaaaaaaaaa/*"}}         | pass    |
      | perhaps paths               | {"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-aaaaaaaaaa/*"}}        | fail    |
      | a second factor             | {Bool: {"aws:MultiFactorAuthPresent": "true"}}                                  | fail    |
      | services only               | {Bool: {"aws:PrincipalIsAWSService": "true"}}                                   | pass    |

  Scenario: One organisation is not another
    Given `P.Properties.ResourcePolicy.Statement[1].Principal` is set to `"*"`
    And `P.Properties.ResourcePolicy.Statement[1].Condition` is set to `{StringEquals: {"aws:PrincipalOrgID": o-aaaaaaaaaa}}`
    And the policy parameter "iam.organisations" is `{"o-bbbbbbbbbb"}`
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is fail

  Scenario Outline: What is denied: <case>
    Given `P.Properties.ResourcePolicy.Statement[1].Principal` is set to `"*"`
    And `P.Properties.ResourcePolicy.Statement[0]` is set to `<denial>`
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case                  | denial                                                                                                                               | verdict |
      | all                   | {Effect: Deny, Principal: "*", Action: "*", Resource: "*"}                                                                           | pass    |
      | this action           | {Effect: Deny, Principal: "*", Action: "SecretsManager:Get*", Resource: "*"}                                                         | pass    |
      | another action        | {Effect: Deny, Principal: "*", Action: "secretsmanager:Put*", Resource: "*"}                                                         | fail    |
      | all but another       | {Effect: Deny, Principal: "*", NotAction: "secretsmanager:Put*", Resource: "*"}                                                      | pass    |
      | all but this          | {Effect: Deny, Principal: "*", NotAction: "secretsmanager:Get*", Resource: "*"}                                                      | fail    |
      | another resource      | {Effect: Deny, Principal: "*", Action: "*", Resource: "arn:aws:secretsmanager:*:*:secret:x"}                                         | fail    |
      | to one account        | {Effect: Deny, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}                                                         | fail    |
      | to all but the own    | {Effect: Deny, NotPrincipal: {AWS: !Ref "AWS::AccountId"}, Action: "*", Resource: "*"}                                               | pass    |
      | to all but another    | {Effect: Deny, NotPrincipal: {AWS: "111122223333"}, Action: "*", Resource: "*"}                                                      | fail    |
      | without TLS           | {Effect: Deny, Principal: "*", Action: "*", Resource: "*", Condition: {Bool: {"aws:SecureTransport": "false"}}}                      | fail    |
      | from elsewhere        | {Effect: Deny, Principal: "*", Action: "*", Resource: "*", Condition: {StringNotEquals: {"aws:SourceVpce": vpce-1}}}                 | pass    |
      | outside of a network  | {Effect: Deny, Principal: "*", Action: "*", Resource: "*", Condition: {NotIpAddress: {"aws:SourceIp": 203.0.113.0/24}}}              | pass    |

  Scenario Outline: Nobody can tell: <place>
    Given `P.Properties.ResourcePolicy.<place>` is unknown
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is unknown

    Examples:
      | place                      |
      | Statement[1].Principal.AWS |
      | Statement[1].Principal     |
      | Statement                  |

  Scenario: Nobody can tell who it is, of one of several
    Given `P.Properties.ResourcePolicy.Statement[1].Principal` is set to `{AWS: ["111122223333", someone]}`
    And `P.Properties.ResourcePolicy.Statement[1].Principal.AWS[1]` is unknown
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is unknown

  Scenario: In JSON inside a text, at its own line
    Given `P.Type` is set to `AWS::Logs::Destination`
    And `P.Properties` is set to:
      """
      DestinationPolicy: |
        {"Statement": [
          {"Effect": "Allow",
           "Principal": "*",
           "Action": "logs:PutSubscriptionFilter"}]}
      """
    When the policy SPILE-ACC-006 is evaluated
    Then the finding for P is at line 8
    And the message for P is "P lets everybody use the log destination: [logs:PutSubscriptionFilter]"

  Scenario Outline: <type> is judged elsewhere
    Given `P.Type` is set to `<type>`
    And `P.Properties` is set to `{PolicyDocument: {Statement: [{Effect: Allow, Principal: "*", Action: "*"}]}}`
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is not applicable

    Examples:
      | type                 |
      | AWS::SQS::QueuePolicy |
      | AWS::S3::BucketPolicy |
      | AWS::SNS::TopicPolicy |

  Scenario Outline: So is <type>
    Given `P.Type` is set to `<type>`
    And `P.Properties` is set to `{<property>: {Statement: [{Effect: Allow, Principal: "*", Action: "*"}]}}`
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is not applicable

    Examples:
      | type                     | property                 |
      | AWS::KMS::Key            | KeyPolicy                |
      | AWS::ECR::Repository     | RepositoryPolicyText     |
      | AWS::IAM::Role           | AssumeRolePolicyDocument |
      | AWS::ApiGateway::RestApi | Policy                   |

  Scenario: And a permission of a function
    Given `P.Type` is set to `AWS::Lambda::Permission`
    And `P.Properties` is set to `{Action: "lambda:InvokeFunction", FunctionName: f, Principal: "*"}`
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for P is not applicable

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_secretsmanager_secret_policy.p:
        secret_arn: s
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for aws_secretsmanager_secret_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_secretsmanager_secret_policy.p:
        secret_arn: s
        policy: !json {Statement: [{Effect: Allow, Principal: "*", Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for aws_secretsmanager_secret_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_secretsmanager_secret_policy.p:
        secret_arn: s
        policy: !unknown
      """
    When the policy SPILE-ACC-006 is evaluated
    Then the verdict for aws_secretsmanager_secret_policy.p is unknown
