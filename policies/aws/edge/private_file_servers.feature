Feature: Servers for files have no public address

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
    Given `Drop.Properties.EndpointType` is set to `<value>`
    When the policy SPILE-XFER-001 is evaluated
    Then the verdict for Drop is <verdict>

    Examples:
      | case               | value        | verdict |
      | inside a network   | VPC          | pass    |
      | behind an endpoint | VPC_ENDPOINT | pass    |
      | public             | PUBLIC       | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Drop.Properties.EndpointType` is set to `PUBLIC`
    When the policy SPILE-XFER-001 is evaluated
    Then the finding for Drop is at `Drop.Properties.EndpointType`
    And the message for Drop is "Drop has an address on the internet"
    And the severity for Drop is high
    And Drop passes once `Drop.Properties.EndpointType` is set to `VPC`

  Scenario: Not to say it is to be public
    Given `Drop.Properties.EndpointType` is removed
    When the policy SPILE-XFER-001 is evaluated
    Then the verdict for Drop is fail

  Scenario: Nobody can tell
    Given `Drop.Properties.EndpointType` is unknown
    When the policy SPILE-XFER-001 is evaluated
    Then the verdict for Drop is unknown

  Scenario: A template without servers for files
    Given `Drop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-XFER-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_transfer_server.s:
        endpoint_type: VPC
      """
    When the policy SPILE-XFER-001 is evaluated
    Then the verdict for aws_transfer_server.s is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_transfer_server.s:
        endpoint_type: PUBLIC
      """
    When the policy SPILE-XFER-001 is evaluated
    Then the verdict for aws_transfer_server.s is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_transfer_server.s:
        endpoint_type: !unknown
      """
    When the policy SPILE-XFER-001 is evaluated
    Then the verdict for aws_transfer_server.s is unknown
