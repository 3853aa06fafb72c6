Feature: Fleets open ports one by one

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

  Scenario: One by one
    When the policy SPILE-GAME-001 is evaluated
    Then the verdict for Games is pass

  Scenario Outline: <case>
    Given `Games.Properties.EC2InboundPermissions[1].ToPort` is set to `<value>`
    When the policy SPILE-GAME-001 is evaluated
    Then the verdict for Games is <verdict>

    Examples:
      | case                     | value  | verdict |
      | the same port, as a text | "7778" | pass    |
      | two ports at once        | 7779   | fail    |

  Scenario: No port
    Given `Games.Properties.EC2InboundPermissions` is removed
    When the policy SPILE-GAME-001 is evaluated
    Then the verdict for Games is pass

  Scenario: The finding says what is wrong, and where
    Given `Games.Properties.EC2InboundPermissions[1].ToPort` is set to `7790`
    When the policy SPILE-GAME-001 is evaluated
    Then the finding for Games is at `Games.Properties.EC2InboundPermissions[1].FromPort`
    And the message for Games is "Games opens the ports 7778 to 7790 at once"
    And the severity for Games is medium
    And Games passes once `Games.Properties.EC2InboundPermissions[1].ToPort` is set to `7778`

  Scenario: Nobody can tell
    Given `Games.Properties.EC2InboundPermissions[1].ToPort` is unknown
    When the policy SPILE-GAME-001 is evaluated
    Then the verdict for Games is unknown

  Scenario: A template without fleets
    Given `Games.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-GAME-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_gamelift_fleet.f:
        name: f
        ec2_inbound_permission: [{from_port: 443, to_port: 443, ip_range: 10.0.0.0/8, protocol: TCP}]
      """
    When the policy SPILE-GAME-001 is evaluated
    Then the verdict for aws_gamelift_fleet.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_gamelift_fleet.f:
        name: f
        ec2_inbound_permission: [{from_port: 1, to_port: 443, ip_range: 10.0.0.0/8, protocol: TCP}]
      """
    When the policy SPILE-GAME-001 is evaluated
    Then the verdict for aws_gamelift_fleet.f is fail
