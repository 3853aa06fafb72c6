Feature: GraphQL interfaces stand behind a web application firewall

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

  Scenario: A firewall
    When the policy SPILE-SYNC-003 is evaluated
    Then the verdict for Graph is pass

  Scenario: A firewall for something else
    Given `Guard.Properties.ResourceArn` is set to `!GetAtt Games.FleetArn`
    When the policy SPILE-SYNC-003 is evaluated
    Then the verdict for Graph is fail

  Scenario: The finding says what is wrong, and where
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SYNC-003 is evaluated
    Then the finding for Graph is at line 2
    And the message for Graph is "no web application firewall looks at the requests to Graph"
    And the severity for Graph is medium
    And Graph passes once `Guard.Type` is set to `AWS::WAFv2::WebACLAssociation`

  Scenario: Nobody can tell
    Given `Guard.Properties.ResourceArn` is unknown
    When the policy SPILE-SYNC-003 is evaluated
    Then the verdict for Graph is unknown

  Scenario: A template without GraphQL
    Given `Graph.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SYNC-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_appsync_graphql_api.g:
        name: g
      aws_wafv2_web_acl_association.a:
        resource_arn: !ref aws_appsync_graphql_api.g.arn
        web_acl_arn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1
      """
    When the policy SPILE-SYNC-003 is evaluated
    Then the verdict for aws_appsync_graphql_api.g is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_appsync_graphql_api.g:
        name: g
      """
    When the policy SPILE-SYNC-003 is evaluated
    Then the verdict for aws_appsync_graphql_api.g is fail
