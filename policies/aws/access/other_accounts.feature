Feature: Resource policies let in the own accounts only

  Background:
    Given the template:
      """yaml
      Resources:
        Robot:
          Type: AWS::IAM::Role
          Properties: {AssumeRolePolicyDocument: {Statement: []}}
        P:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [q]
            PolicyDocument:
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
    Given `P.Properties.PolicyDocument.Statement[1].Principal` is set to `<principal>`
    When the policy SPILE-ACC-005 is evaluated
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
    Given `P.Properties.PolicyDocument.Statement[1].Principal` is set to `{AWS: "arn:aws:iam::111122223333:root"}`
    When the policy SPILE-ACC-005 is evaluated
    Then the finding for P is at `P.Properties.PolicyDocument.Statement[1].Principal.AWS`
    And the message for P is "P lets arn:aws:iam::111122223333:root, of another account, use the queue: [x:Read*, x:Write]"
    And the severity for P is high
    And P passes once `P.Properties.PolicyDocument.Statement[1].Principal.AWS` is set to `!GetAtt Robot.Arn`

  Scenario Outline: <case> keeps others away
    Given `P.Properties.PolicyDocument.Statement[1].Principal` is set to `{AWS: "111122223333"}`
    And `P.Properties.PolicyDocument.Statement[1].Condition` is set to `<condition>`
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for P is <verdict>

    Examples:
      | case                       | condition                                                     | verdict |
      | the organisation           | {StringEquals: {"aws:PrincipalOrgID": o-aaaaaaaaaa}}          | pass    |
      | perhaps the organisation   | {StringEqualsIfExists: {"aws:PrincipalOrgID": o-aaaaaaaaaa}}  | fail    |
      | every organisation but one | {StringNotEquals: {"aws:PrincipalOrgID": o-aaaaaaaaaa}}       | fail    |
      | only TLS                   | {Bool: {"aws:SecureTransport": true}}                         | fail    |

  Scenario: To deny it to all but the own account is as good
    Given `P.Properties.PolicyDocument.Statement[1].Principal` is set to `{AWS: "111122223333"}`
    And `P.Properties.PolicyDocument.Statement[0]` is set to:
      """
      Effect: Deny
      Principal: "*"
      Action: "*"
      Resource: "*"
      Condition: {StringNotEquals: {"aws:PrincipalAccount": !Ref "AWS::AccountId"}}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for P is pass

  Scenario: Nobody can tell who it is, of one of several
    Given `P.Properties.PolicyDocument.Statement[1].Principal` is set to `{AWS: [!GetAtt Robot.Arn, someone]}`
    And `P.Properties.PolicyDocument.Statement[1].Principal.AWS[1]` is unknown
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for P is unknown

  Scenario: An account that is trusted
    Given `P.Properties.PolicyDocument.Statement[1].Principal` is set to `{AWS: "111122223333"}`
    And the policy parameter "iam.trusted_accounts" is `{"111122223333"}`
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for P is pass

  Scenario Outline: Nobody can tell: <place>
    Given `P.Properties.PolicyDocument.<place>` is unknown
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for P is unknown

    Examples:
      | place                       |
      | Statement[1].Principal.AWS  |
      | Statement[1]                |

  Scenario: A template without one
    Given `P.Type` is set to `AWS::SNS::Subscription`
    When the policy SPILE-ACC-005 is evaluated
    Then nothing was evaluated

  Scenario: Keys are judged elsewhere
    Given `P.Type` is set to `AWS::KMS::Key`
    And `P.Properties` is set to `{KeyPolicy: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}}`
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for P is not applicable

  Scenario Outline: <type>
    Given `P.Type` is set to `<type>`
    And `P.Properties` is set to `<properties>`
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for P is fail

    Examples:
      | type | properties |
      | AWS::SQS::QueuePolicy | {PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::SNS::TopicPolicy | {PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::SecretsManager::ResourcePolicy | {ResourcePolicy: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::ECR::Repository | {RepositoryPolicyText: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::EFS::FileSystem | {FileSystemPolicy: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::ApiGateway::RestApi | {Policy: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::Events::EventBus | {Policy: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::Backup::BackupVault | {AccessPolicy: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::Logs::Destination | {DestinationPolicy: '{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "*", "Resource": "*"}]}'} |
      | AWS::Logs::ResourcePolicy | {PolicyDocument: '{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "*", "Resource": "*"}]}'} |
      | AWS::DynamoDB::Table | {ResourcePolicy: {PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}}} |
      | AWS::Kinesis::ResourcePolicy | {ResourcePolicy: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "*", Resource: "*"}]}} |
      | AWS::Lambda::Permission | {Action: "lambda:InvokeFunction", FunctionName: f, Principal: "111122223333"} |
      | AWS::Lambda::LayerVersionPermission | {Action: "lambda:GetLayerVersion", LayerVersionArn: l, Principal: "111122223333"} |
      | AWS::Events::EventBusPolicy | {StatementId: s, Action: "events:PutEvents", Principal: "111122223333"} |
      | AWS::Events::EventBusPolicy | {StatementId: s, Statement: {Effect: Allow, Principal: {AWS: "111122223333"}, Action: "events:PutEvents", Resource: "*"}} |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.p:
        queue_url: q
        policy: !json {Statement: [{Effect: Allow, Principal: {Service: config.amazonaws.com}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_sqs_queue_policy.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.p:
        queue_url: q
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_sqs_queue_policy.p is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_sqs_queue_policy.p:
        queue_url: q
        policy: !unknown
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_sqs_queue_policy.p is unknown

  Scenario: A plan of Terraform with aws_sns_topic_policy
    Given the planned resources:
      """yaml
      aws_sns_topic_policy.p:
        arn: t
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_sns_topic_policy.p is fail

  Scenario: A plan of Terraform with aws_secretsmanager_secret_policy
    Given the planned resources:
      """yaml
      aws_secretsmanager_secret_policy.p:
        secret_arn: s
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_secretsmanager_secret_policy.p is fail

  Scenario: A plan of Terraform with aws_ecr_repository_policy
    Given the planned resources:
      """yaml
      aws_ecr_repository_policy.p:
        repository: r
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_ecr_repository_policy.p is fail

  Scenario: A plan of Terraform with aws_efs_file_system_policy
    Given the planned resources:
      """yaml
      aws_efs_file_system_policy.p:
        file_system_id: f
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_efs_file_system_policy.p is fail

  Scenario: A plan of Terraform with aws_backup_vault_policy
    Given the planned resources:
      """yaml
      aws_backup_vault_policy.p:
        backup_vault_name: v
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_backup_vault_policy.p is fail

  Scenario: A plan of Terraform with aws_cloudwatch_event_bus_policy
    Given the planned resources:
      """yaml
      aws_cloudwatch_event_bus_policy.p:
        event_bus_name: b
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_cloudwatch_event_bus_policy.p is fail

  Scenario: A plan of Terraform with aws_cloudwatch_log_destination_policy
    Given the planned resources:
      """yaml
      aws_cloudwatch_log_destination_policy.p:
        destination_name: d
        access_policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_cloudwatch_log_destination_policy.p is fail

  Scenario: A plan of Terraform with aws_dynamodb_resource_policy
    Given the planned resources:
      """yaml
      aws_dynamodb_resource_policy.p:
        resource_arn: t
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "x:Read", Resource: "*"}]}
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_dynamodb_resource_policy.p is fail

  Scenario: A plan of Terraform with a permission of a function
    Given the planned resources:
      """yaml
      aws_lambda_permission.p:
        action: lambda:InvokeFunction
        function_name: f
        principal: "111122223333"
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_lambda_permission.p is fail

  Scenario: A plan of Terraform with a permission for a service
    Given the planned resources:
      """yaml
      aws_lambda_permission.p:
        action: lambda:InvokeFunction
        function_name: f
        principal: sns.amazonaws.com
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_lambda_permission.p is pass

  Scenario: A plan of Terraform with a permission of a bus for an organisation
    Given the planned resources:
      """yaml
      aws_cloudwatch_event_permission.p:
        principal: "*"
        statement_id: s
        condition: [{key: "aws:PrincipalOrgID", type: StringEquals, value: o-aaaaaaaaaa}]
      """
    When the policy SPILE-ACC-005 is evaluated
    Then the verdict for aws_cloudwatch_event_permission.p is pass
