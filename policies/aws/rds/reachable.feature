Feature: Databases are out of reach of the internet
  A database can be reached directly, or by way of a machine that is open to the world on a port by which it is
  administered: whoever takes that machine over stands where the machine stands.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            PubliclyAccessible: false
            VPCSecurityGroups: [!GetAtt Data.GroupId]
        Host:
          Type: AWS::EC2::Instance
          Properties:
            ImageId: ami-1
            SecurityGroupIds: [!GetAtt App.GroupId]
            NetworkInterfaces:
              - {DeviceIndex: "0", AssociatePublicIpAddress: true}
        Data:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: databases
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !GetAtt App.GroupId}
        App:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: application
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
      """

  Scenario: The application serves the world, and the database the application
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is pass

  Scenario: The database answers the internet itself
    Given `Orders.Properties.PubliclyAccessible` is set to `true`
    And `Data.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0}`
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is high
    And the message for Orders is "Orders answers the internet on 5432"
    And Orders passes once `Orders.Properties.PubliclyAccessible` is set to `false`

  Scenario: A public address behind a closed group is not answered
    Given `Orders.Properties.PubliclyAccessible` is set to `true`
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is pass

  Scenario Outline: The application can be taken over by a port by which it is administered
    Given `App.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: <port>, ToPort: <port>, CidrIp: 0.0.0.0/0}`
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is fail
    And the message for Orders contains "open to a machine that can be taken over from the internet"
    And Orders passes once `App.Properties.SecurityGroupIngress[0].CidrIp` is set to `10.0.0.0/8`

    Examples:
      | port |
      | 22   |
      | 3389 |
      | 5985 |
      | 5986 |

  Scenario: A second machine is on the way
    Given `Resources.Jump` is set to `{Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: jump host, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}]}}`
    And `Resources.Bastion` is set to `{Type: AWS::EC2::Instance, Properties: {ImageId: ami-1, SecurityGroupIds: [!GetAtt Jump.GroupId], NetworkInterfaces: [{DeviceIndex: "0", AssociatePublicIpAddress: true}]}}`
    And `App.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: !GetAtt Jump.GroupId}`
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is fail

  Scenario: The second machine admits the first on a port that commands nothing
    Given `Resources.Jump` is set to `{Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: jump host, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}]}}`
    And `Resources.Bastion` is set to `{Type: AWS::EC2::Instance, Properties: {ImageId: ami-1, SecurityGroupIds: [!GetAtt Jump.GroupId], NetworkInterfaces: [{DeviceIndex: "0", AssociatePublicIpAddress: true}]}}`
    And `App.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !GetAtt Jump.GroupId}`
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is pass

  Scenario: An organisation administers machines by another port
    Given the policy parameter "policies.aws.rds.reachable.admin_ports" is `{443}`
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is fail

  Scenario: Whether the machine is public is decided when the stack is made
    Given `App.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}`
    And `Host.Properties.NetworkInterfaces[0].AssociatePublicIpAddress` is unknown
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Whether the database is public is decided when the stack is made
    Given `Orders.Properties.PubliclyAccessible` is unknown
    And `Data.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0}`
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Which port is open is decided when the stack is made
    Given `App.Properties.SecurityGroupIngress[0].FromPort` is unknown
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Which port the second machine opens to the first is decided when the stack is made
    Given `Resources.Jump` is set to `{Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: jump host, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}]}}`
    And `Resources.Bastion` is set to `{Type: AWS::EC2::Instance, Properties: {ImageId: ami-1, SecurityGroupIds: [!GetAtt Jump.GroupId], NetworkInterfaces: [{DeviceIndex: "0", AssociatePublicIpAddress: true}]}}`
    And `App.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: !GetAtt Jump.GroupId}`
    And `App.Properties.SecurityGroupIngress[0].FromPort` is unknown
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-003 is evaluated
    Then nothing was evaluated

  Scenario Outline: A plan of Terraform
    Given the planned resources:
      """yaml
      aws_vpc.shop: {cidr_block: 10.0.0.0/16}
      aws_internet_gateway.gateway: {vpc_id: !ref aws_vpc.shop.id}
      aws_subnet.street: {vpc_id: !ref aws_vpc.shop.id, cidr_block: 10.0.1.0/24}
      aws_default_route_table.signs:
        default_route_table_id: !ref aws_vpc.shop.default_route_table_id
        route: [{cidr_block: 0.0.0.0/0, gateway_id: !ref aws_internet_gateway.gateway.id}]
      aws_security_group.data:
        name: data
        vpc_id: !ref aws_vpc.shop.id
        ingress: [{protocol: tcp, from_port: 5432, to_port: 5432, cidr_blocks: ["0.0.0.0/0"]}]
      aws_db_subnet_group.here: {name: here, subnet_ids: [!ref aws_subnet.street.id]}
      aws_db_instance.orders:
        engine: postgres
        publicly_accessible: <public>
        db_subnet_group_name: !ref aws_db_subnet_group.here.name
        vpc_security_group_ids: [!ref aws_security_group.data.id]
      """
    When the policy SPILE-RDS-003 is evaluated
    Then the verdict for aws_db_instance.orders is <verdict>

    Examples:
      | public | verdict |
      | true   | fail    |
      | false  | pass    |
