Feature: Routes to the internet are for named addresses
  A default route to an internet gateway makes a subnet public: whatever in it has an address can be reached, and
  reaches everybody.

  Background:
    Given the template:
      """yaml
      Resources:
        Way:
          Type: AWS::EC2::Route
          Properties: {RouteTableId: rtb-1, GatewayId: !Ref Gate, DestinationCidrBlock: 198.51.100.0/24}
        Gate: {Type: AWS::EC2::InternetGateway}
        Line: {Type: AWS::EC2::VPNGateway, Properties: {Type: ipsec.1}}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A named range
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for Way is pass

  Scenario Outline: Everything
    Given `Way.Properties.DestinationCidrBlock` is removed
    And `Way.Properties.<key>` is set to `"<range>"`
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for Way is fail
    And the severity for Way is medium
    And the finding for Way is at `Way.Properties.<key>`
    And the message for Way is "Way sends whatever has no other route to the internet, by <range>"

    Examples:
      | key                      | range     |
      | DestinationCidrBlock     | 0.0.0.0/0 |
      | DestinationCidrBlock     | ::/0      |
      | DestinationIpv6CidrBlock | ::/0      |

  Scenario: A named range, and everything of IPv6
    Given `Way.Properties.DestinationIpv6CidrBlock` is set to `"::/0"`
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for Way is fail
    And the finding for Way is at `Way.Properties.DestinationIpv6CidrBlock`

  Scenario Outline: Everything, to somewhere else
    Given `Way.Properties.DestinationCidrBlock` is set to `0.0.0.0/0`
    And `Way.Properties.GatewayId` is removed
    And `Way.Properties.<target>` is set to `x-1`
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for Way is not applicable

    Examples:
      | target                      |
      | NatGatewayId                |
      | TransitGatewayId            |
      | VpcPeeringConnectionId      |
      | VpcEndpointId               |
      | InstanceId                  |
      | NetworkInterfaceId          |
      | EgressOnlyInternetGatewayId |
      | CarrierGatewayId            |
      | LocalGatewayId              |
      | CoreNetworkArn              |

  Scenario: Everything, to a private line
    Given `Way.Properties.DestinationCidrBlock` is set to `0.0.0.0/0`
    And `Way.Properties.GatewayId` is set to `!Ref Line`
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for Way is not applicable

  Scenario: The range is given when the stack is made
    Given `Way.Properties.DestinationCidrBlock` is unknown
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for Way is unknown

  Scenario: The gateway is given when the stack is made
    Given `Way.Properties.DestinationCidrBlock` is set to `0.0.0.0/0`
    And `Way.Properties.GatewayId` is unknown
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for Way is unknown

  Scenario: A template without routes
    Given `Way` is removed
    When the policy SPILE-EC2-034 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_route.out:
        destination_cidr_block: 203.0.113.0/24
        gateway_id: !ref aws_internet_gateway.g.id
      aws_internet_gateway.g: {}
      """
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for aws_route.out is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_route.out:
        destination_cidr_block: 0.0.0.0/0
        gateway_id: !ref aws_internet_gateway.g.id
      aws_internet_gateway.g: {}
      """
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for aws_route.out is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_route.out:
        destination_cidr_block: 0.0.0.0/0
        nat_gateway_id: nat-1
      """
    When the policy SPILE-EC2-034 is evaluated
    Then the verdict for aws_route.out is not applicable
