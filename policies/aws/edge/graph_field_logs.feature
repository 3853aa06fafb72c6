Feature: GraphQL interfaces log by field what goes wrong

  Background:
    Given the template:
      """yaml
      Resources:
        Graph:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            Name: graph
            AuthenticationType: AWS_IAM
            LogConfig: {CloudWatchLogsRoleArn: arn:aws:iam::123456789012:role/log, FieldLogLevel: ERROR}
        Guard:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            ResourceArn: !GetAtt Graph.Arn
            WebACLArn: arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/wall/aaaa
        Games:
          Type: AWS::GameLift::Fleet
          Properties:
            Name: games
            EC2InboundPermissions:
              - {FromPort: 7777, ToPort: 7777, IpRange: 0.0.0.0/0, Protocol: UDP}
              - {FromPort: 7778, ToPort: 7778, IpRange: 0.0.0.0/0, Protocol: UDP}
        Drop:
          Type: AWS::Transfer::Server
          Properties:
            EndpointType: VPC
      """

  Scenario Outline: <case>
    Given `Graph.Properties.LogConfig.FieldLogLevel` is set to `<value>`
    When the policy SPILE-SYNC-002 is evaluated
    Then the verdict for Graph is <verdict>

    Examples:
      | case       | value | verdict |
      | errors     | ERROR | pass    |
      | everything | ALL   | pass    |
      | nothing    | NONE  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Graph.Properties.LogConfig.FieldLogLevel` is set to `NONE`
    When the policy SPILE-SYNC-002 is evaluated
    Then the finding for Graph is at `Graph.Properties.LogConfig.FieldLogLevel`
    And the message for Graph is "Graph does not log which field went wrong"
    And the severity for Graph is low
    And Graph passes once `Graph.Properties.LogConfig.FieldLogLevel` is set to `ALL`

  Scenario: Nothing is said of logs
    Given `Graph.Properties.LogConfig` is removed
    When the policy SPILE-SYNC-002 is evaluated
    Then the verdict for Graph is fail

  Scenario: Nobody can tell
    Given `Graph.Properties.LogConfig.FieldLogLevel` is unknown
    When the policy SPILE-SYNC-002 is evaluated
    Then the verdict for Graph is unknown

  Scenario: A template without GraphQL
    Given `Graph.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SYNC-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_appsync_graphql_api.g:
        name: g
        log_config: [{field_log_level: ALL}]
      """
    When the policy SPILE-SYNC-002 is evaluated
    Then the verdict for aws_appsync_graphql_api.g is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_appsync_graphql_api.g:
        name: g
        log_config: [{field_log_level: NONE}]
      """
    When the policy SPILE-SYNC-002 is evaluated
    Then the verdict for aws_appsync_graphql_api.g is fail
