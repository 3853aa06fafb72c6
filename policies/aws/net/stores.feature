Feature: Caches and data warehouses are out of reach of the internet
  A warehouse with a public address answers whoever its security group lets in, and a cache has no public address at all.

  Background:
    Given the template:
      """yaml
      Resources:
        Shop: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
        Gateway: {Type: AWS::EC2::InternetGateway}
        Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Shop, InternetGatewayId: !Ref Gateway}}
        Street: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Shop, CidrBlock: 10.0.1.0/24}}
        Signs: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Shop}}
        Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Signs, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}}
        Follows: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Street, RouteTableId: !Ref Signs}}
        Guard:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: data
            VpcId: !Ref Shop
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: 5439, ToPort: 6379, CidrIp: 0.0.0.0/0}
        Here: {Type: AWS::Redshift::ClusterSubnetGroup, Properties: {Description: here, SubnetIds: [!Ref Street]}}
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            DBName: sales
            NodeType: ra3.large
            PubliclyAccessible: true
            ClusterSubnetGroupName: !Ref Here
            VpcSecurityGroupIds: [!GetAtt Guard.GroupId]
        There: {Type: AWS::ElastiCache::SubnetGroup, Properties: {Description: there, SubnetIds: [!Ref Street]}}
        Cache:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties:
            ReplicationGroupDescription: sessions
            CacheSubnetGroupName: !Ref There
            SecurityGroupIds: [!GetAtt Guard.GroupId]
      """

  Scenario: A warehouse with a public address behind an open group
    When the policy SPILE-NET-002 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is high
    And the message for Sales is "Sales answers the internet on 5439-6379"
    And the verdict for Cache is pass
    And Sales passes once `Sales.Properties.PubliclyAccessible` is set to `false`
    And Sales passes once `Guard.Properties.SecurityGroupIngress[0].CidrIp` is set to `10.0.0.0/16`
    And Sales passes once `Follows` is removed

  Scenario: Whether it is public is decided when the stack is made
    Given `Sales.Properties.PubliclyAccessible` is unknown
    When the policy SPILE-NET-002 is evaluated
    Then the verdict for Sales is unknown

  Scenario: Machines are no stores
    Given `Sales` is removed
    And `Cache` is removed
    And `Resources.Host` is set to `{Type: AWS::EC2::Instance, Properties: {ImageId: ami-1, SubnetId: !Ref Street}}`
    When the policy SPILE-NET-002 is evaluated
    Then the verdict for Host is not applicable

  Scenario Outline: A plan of Terraform
    Given the planned resources:
      """yaml
      aws_vpc.shop: {cidr_block: 10.0.0.0/16}
      aws_internet_gateway.gateway: {vpc_id: !ref aws_vpc.shop.id}
      aws_subnet.street: {vpc_id: !ref aws_vpc.shop.id, cidr_block: 10.0.1.0/24}
      aws_route_table.signs:
        vpc_id: !ref aws_vpc.shop.id
        route: [{cidr_block: 0.0.0.0/0, gateway_id: !ref aws_internet_gateway.gateway.id}]
      aws_route_table_association.follows: {subnet_id: !ref aws_subnet.street.id, route_table_id: !ref aws_route_table.signs.id}
      aws_security_group.guard:
        name: guard
        vpc_id: !ref aws_vpc.shop.id
        ingress: [{protocol: tcp, from_port: 5439, to_port: 5439, cidr_blocks: ["0.0.0.0/0"]}]
      aws_redshift_subnet_group.here: {name: here, subnet_ids: [!ref aws_subnet.street.id]}
      aws_redshift_cluster.sales:
        cluster_identifier: sales
        node_type: ra3.large
        publicly_accessible: <public>
        cluster_subnet_group_name: !ref aws_redshift_subnet_group.here.name
        vpc_security_group_ids: [!ref aws_security_group.guard.id]
      """
    When the policy SPILE-NET-002 is evaluated
    Then the verdict for aws_redshift_cluster.sales is <verdict>

    Examples:
      | public | verdict |
      | true   | fail    |
      | false  | pass    |
