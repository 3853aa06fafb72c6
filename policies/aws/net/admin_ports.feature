Feature: Administration ports are out of reach of the internet
  A port is open to the internet only when everything on the way lets packets through: an address, a route, the network
  ACL there and back, and the security group. Closing one of them is enough.

  Background:
    Given the template:
      """yaml
      Resources:
        Shop: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
        Gateway: {Type: AWS::EC2::InternetGateway}
        Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Shop, InternetGatewayId: !Ref Gateway}}
        Street: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Shop, CidrBlock: 10.0.1.0/24, MapPublicIpOnLaunch: true}}
        Signs: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Shop}}
        Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Signs, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}}
        Follows: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Street, RouteTableId: !Ref Signs}}
        Filter: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: !Ref Shop}}
        Filters: {Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: {SubnetId: !Ref Street, NetworkAclId: !Ref Filter}}
        In: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Filter, RuleNumber: 100, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0}}
        Back: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Filter, RuleNumber: 100, Egress: true, RuleAction: allow, Protocol: 6, CidrBlock: 0.0.0.0/0, PortRange: {From: 1024, To: 65535}}}
        Guard:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: machines
            VpcId: !Ref Shop
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
        Host: {Type: AWS::EC2::Instance, Properties: {ImageId: ami-1, SubnetId: !Ref Street, SecurityGroupIds: [!GetAtt Guard.GroupId]}}
      """

  Scenario: Every step of the way is open
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for Host is fail
    And the severity for Host is high
    And the message for Host is "Host answers the internet on port 22, by which it is administered"

  Scenario Outline: Every port by which machines are administered
    Given `Guard.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: <port>, ToPort: <port>, CidrIp: 0.0.0.0/0}`
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for Host is <verdict>

    Examples:
      | port | verdict |
      | 3389 | fail    |
      | 5985 | fail    |
      | 5986 | fail    |
      | 443  | pass    |

  Scenario Outline: Closing one step is enough
    When the policy SPILE-NET-001 is evaluated
    Then Host passes once `<path>` is set to `<value>`

    Examples:
      | path                                            | value       |
      | Street.Properties.MapPublicIpOnLaunch           | false       |
      | Out.Properties.DestinationCidrBlock             | 10.1.0.0/16 |
      | In.Properties.RuleAction                        | deny        |
      | Back.Properties.RuleAction                      | deny        |
      | Back.Properties.CidrBlock                       | 10.0.0.0/8  |
      | Guard.Properties.SecurityGroupIngress[0].CidrIp | 10.0.0.0/8  |

  Scenario: The first entry of the network ACL that concerns a packet decides
    Given `Resources.First` is set to `{Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Filter, RuleNumber: 99, RuleAction: deny, Protocol: 6, CidrBlock: 0.0.0.0/0, PortRange: {From: 22, To: 22}}}`
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for Host is pass

  Scenario: A later entry decides nothing
    Given `Resources.Late` is set to `{Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Filter, RuleNumber: 101, RuleAction: deny, Protocol: 6, CidrBlock: 0.0.0.0/0, PortRange: {From: 22, To: 22}}}`
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for Host is fail

  Scenario: An organisation administers machines by another port
    Given the policy parameter "policies.aws.net.admin_ports.admin_ports" is `{2222}`
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for Host is pass

  Scenario: A security group of another stack may let in anybody
    Given `Host.Properties.SecurityGroupIds` is set to `[sg-1]`
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for Host is unknown
    And Host is unknown because "a security group is not in the documents"

  Scenario: A subnet of another stack may be on the internet
    Given `Host.Properties.SubnetId` is set to `subnet-1`
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for Host is unknown

  Scenario: What a group lets in decides, whatever the subnet of another stack is
    Given `Host.Properties.SubnetId` is set to `subnet-1`
    And `Guard.Properties.SecurityGroupIngress[0].CidrIp` is set to `10.0.0.0/8`
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for Host is pass

  Scenario: A template without machines
    Given `Host` is removed
    When the policy SPILE-NET-001 is evaluated
    Then nothing was evaluated

  Scenario Outline: A plan of Terraform
    Given the planned resources:
      """yaml
      aws_vpc.shop: {cidr_block: 10.0.0.0/16}
      aws_internet_gateway.gateway: {vpc_id: !ref aws_vpc.shop.id}
      aws_subnet.street: {vpc_id: !ref aws_vpc.shop.id, cidr_block: 10.0.1.0/24, map_public_ip_on_launch: <public>}
      aws_route_table.signs: {vpc_id: !ref aws_vpc.shop.id}
      aws_route.out: {route_table_id: !ref aws_route_table.signs.id, destination_cidr_block: 0.0.0.0/0, gateway_id: !ref aws_internet_gateway.gateway.id}
      aws_route_table_association.follows: {subnet_id: !ref aws_subnet.street.id, route_table_id: !ref aws_route_table.signs.id}
      aws_security_group.guard:
        name: guard
        vpc_id: !ref aws_vpc.shop.id
        ingress: [{protocol: tcp, from_port: 22, to_port: 22, cidr_blocks: ["0.0.0.0/0"]}]
      aws_instance.host:
        ami: ami-1
        subnet_id: !ref aws_subnet.street.id
        vpc_security_group_ids: [!ref aws_security_group.guard.id]
      """
    When the policy SPILE-NET-001 is evaluated
    Then the verdict for aws_instance.host is <verdict>

    Examples:
      | public | verdict |
      | true   | fail    |
      | false  | pass    |
