Feature: No machine on the internet is a way to a data store
  Who takes over a machine that answers the internet stands where the machine stands, and may go on from there: the
  database behind a private machine is two hops away.

  Background:
    Given the template:
      """yaml
      Resources:
        Shop: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
        Gateway: {Type: AWS::EC2::InternetGateway}
        Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Shop, InternetGatewayId: !Ref Gateway}}
        Street: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Shop, CidrBlock: 10.0.1.0/24, MapPublicIpOnLaunch: true}}
        Yard: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Shop, CidrBlock: 10.0.2.0/24}}
        Signs: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Shop}}
        Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Signs, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}}
        Follows: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Street, RouteTableId: !Ref Signs}}
        Front:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: front
            VpcId: !Ref Shop
            SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}]
        Middle:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: middle
            VpcId: !Ref Shop
            SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !GetAtt Front.GroupId}]
        Data:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: data
            VpcId: !Ref Shop
            SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !GetAtt Middle.GroupId}]
        Web: {Type: AWS::EC2::Instance, Properties: {ImageId: ami-1, SubnetId: !Ref Street, SecurityGroupIds: [!GetAtt Front.GroupId]}}
        App: {Type: AWS::EC2::Instance, Properties: {ImageId: ami-1, SubnetId: !Ref Yard, SecurityGroupIds: [!GetAtt Middle.GroupId]}}
        Here: {Type: AWS::RDS::DBSubnetGroup, Properties: {DBSubnetGroupDescription: here, SubnetIds: [!Ref Yard]}}
        There: {Type: AWS::Redshift::ClusterSubnetGroup, Properties: {Description: there, SubnetIds: [!Ref Yard]}}
        Elsewhere: {Type: AWS::ElastiCache::SubnetGroup, Properties: {Description: elsewhere, SubnetIds: [!Ref Yard]}}
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            PubliclyAccessible: false
            DBSubnetGroupName: !Ref Here
            VPCSecurityGroups: [!GetAtt Data.GroupId]
      """

  Scenario: From the machine on the street to the one in the yard, and on to the data
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is medium
    And the message for Orders is "Orders can be reached from App, by way of a machine that answers the internet"

  Scenario Outline: Each hop can be closed
    When the policy SPILE-NET-003 is evaluated
    Then Orders passes once `<path>` is set to `<value>`

    Examples:
      | path                                                           | value              |
      | Street.Properties.MapPublicIpOnLaunch                          | false              |
      | Front.Properties.SecurityGroupIngress[0].CidrIp                | 10.0.0.0/8         |
      | Middle.Properties.SecurityGroupIngress[0].SourceSecurityGroupId | !GetAtt Data.GroupId |
      | Data.Properties.SecurityGroupIngress[0].SourceSecurityGroupId  | !GetAtt Data.GroupId |
      | Out.Properties.DestinationCidrBlock                            | 10.1.0.0/16        |

  Scenario: Machines that let each other in go round in circles, and are no way for anybody else
    Given `Middle.Properties.SecurityGroupIngress[0].SourceSecurityGroupId` is set to `!GetAtt Middle.GroupId`
    And `Resources.Twin` is set to `{Type: AWS::EC2::Instance, Properties: {ImageId: ami-1, SubnetId: !Ref Yard, SecurityGroupIds: [!GetAtt Middle.GroupId]}}`
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is pass

  Scenario: A load balancer in front is no machine
    Given `Web` is set to `{Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [!Ref Street], SecurityGroups: [!GetAtt Front.GroupId]}}`
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is pass

  Scenario: Whom the application lets in is decided when the stack is made
    Given `Middle.Properties.SecurityGroupIngress[0].SourceSecurityGroupId` is unknown
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A machine is no store
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Web is not applicable

  Scenario Outline: Every kind of data store
    Given `Orders` is set to `<store>`
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is fail

    Examples:
      | store |
      | {Type: AWS::Redshift::Cluster, Properties: {ClusterType: single-node, DBName: orders, NodeType: ra3.large, PubliclyAccessible: false, ClusterSubnetGroupName: !Ref There, VpcSecurityGroupIds: [!GetAtt Data.GroupId]}} |
      | {Type: AWS::ElastiCache::ReplicationGroup, Properties: {ReplicationGroupDescription: orders, CacheSubnetGroupName: !Ref Elsewhere, SecurityGroupIds: [!GetAtt Data.GroupId]}} |

  Scenario: Tasks with an address on the internet are machines, too
    Given `Web` is set to `{Type: AWS::ECS::Service, Properties: {NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Street], SecurityGroups: [!GetAtt Front.GroupId], AssignPublicIp: ENABLED}}}}`
    And `App` is set to `{Type: AWS::ECS::Service, Properties: {NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Yard], SecurityGroups: [!GetAtt Middle.GroupId]}}}}`
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is fail

  Scenario: A machine that only a load balancer asks is none on the internet
    Given `Street.Properties.MapPublicIpOnLaunch` is set to `false`
    And `Resources.Balancer` is set to `{Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [!Ref Street], SecurityGroups: [!GetAtt Front.GroupId]}}`
    And `Resources.Listens` is set to `{Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Balancer, Port: 443, Protocol: HTTP, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Servers}]}}`
    And `Resources.Servers` is set to `{Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Port: 443, Protocol: HTTP, VpcId: !Ref Shop, Targets: [{Id: !Ref Web}]}}`
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is pass

  Scenario: A warehouse that answers the internet is no machine either, and no way to another store
    Given `Web` is set to `{Type: AWS::Redshift::Cluster, Properties: {ClusterType: single-node, DBName: sales, NodeType: ra3.large, PubliclyAccessible: true, ClusterSubnetGroupName: !Ref Outside, VpcSecurityGroupIds: [!GetAtt Front.GroupId]}}`
    And `Resources.Outside` is set to `{Type: AWS::Redshift::ClusterSubnetGroup, Properties: {Description: outside, SubnetIds: [!Ref Street]}}`
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is pass

  Scenario: From the machine on the street to a warehouse in the yard, but not on from there
    Given `App` is set to `{Type: AWS::Redshift::Cluster, Properties: {ClusterType: single-node, DBName: sales, NodeType: ra3.large, PubliclyAccessible: false, ClusterSubnetGroupName: !Ref There, VpcSecurityGroupIds: [!GetAtt Middle.GroupId]}}`
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for Orders is pass

  Scenario Outline: A plan of Terraform
    Given the planned resources:
      """yaml
      aws_vpc.shop: {cidr_block: 10.0.0.0/16}
      aws_internet_gateway.gateway: {vpc_id: !ref aws_vpc.shop.id}
      aws_subnet.street: {vpc_id: !ref aws_vpc.shop.id, cidr_block: 10.0.1.0/24, map_public_ip_on_launch: <public>}
      aws_subnet.yard: {vpc_id: !ref aws_vpc.shop.id, cidr_block: 10.0.2.0/24}
      aws_route_table.signs: {vpc_id: !ref aws_vpc.shop.id}
      aws_route.out: {route_table_id: !ref aws_route_table.signs.id, destination_cidr_block: 0.0.0.0/0, gateway_id: !ref aws_internet_gateway.gateway.id}
      aws_route_table_association.follows: {subnet_id: !ref aws_subnet.street.id, route_table_id: !ref aws_route_table.signs.id}
      aws_security_group.front:
        name: front
        vpc_id: !ref aws_vpc.shop.id
        ingress: [{protocol: tcp, from_port: 443, to_port: 443, cidr_blocks: ["0.0.0.0/0"]}]
        egress: [{protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"]}]
      aws_security_group.data:
        name: data
        vpc_id: !ref aws_vpc.shop.id
        ingress: [{protocol: tcp, from_port: 5432, to_port: 5432, security_groups: [!ref aws_security_group.front.id]}]
      aws_instance.web:
        ami: ami-1
        subnet_id: !ref aws_subnet.street.id
        vpc_security_group_ids: [!ref aws_security_group.front.id]
      aws_db_subnet_group.here: {name: here, subnet_ids: [!ref aws_subnet.yard.id]}
      aws_db_instance.orders:
        engine: postgres
        db_subnet_group_name: !ref aws_db_subnet_group.here.name
        vpc_security_group_ids: [!ref aws_security_group.data.id]
      """
    When the policy SPILE-NET-003 is evaluated
    Then the verdict for aws_db_instance.orders is <verdict>

    Examples:
      | public | verdict |
      | true   | fail    |
