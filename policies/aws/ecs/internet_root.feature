Feature: Containers that the internet reaches do not run as root

  Background:
    Given the template "stack.yaml":
      """yaml
      Resources:
        Vpc:
          Type: AWS::EC2::VPC
          Properties: {CidrBlock: 10.0.0.0/16}
        Gateway:
          Type: AWS::EC2::InternetGateway
        Attachment:
          Type: AWS::EC2::VPCGatewayAttachment
          Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
        Routes:
          Type: AWS::EC2::RouteTable
          Properties: {VpcId: !Ref Vpc}
        WayOut:
          Type: AWS::EC2::Route
          Properties: {RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}
        Front:
          Type: AWS::EC2::Subnet
          Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}
        FrontRoutes:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: {SubnetId: !Ref Front, RouteTableId: !Ref Routes}
        Door:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: who reaches the shop
            VpcId: !Ref Vpc
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
        Balancer:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            Scheme: internet-facing
            Subnets: [!Ref Front]
            SecurityGroups: [!GetAtt Door.GroupId]
        Listener:
          Type: AWS::ElasticLoadBalancingV2::Listener
          Properties:
            LoadBalancerArn: !Ref Balancer
            Port: 443
            Protocol: HTTPS
            DefaultActions:
              - {Type: forward, TargetGroupArn: !Ref Group}
        Group:
          Type: AWS::ElasticLoadBalancingV2::TargetGroup
          Properties: {Port: 8080, Protocol: HTTP, TargetType: ip, VpcId: !Ref Vpc}
        Rule:
          Type: AWS::ElasticLoadBalancingV2::ListenerRule
          Properties:
            ListenerArn: !Ref Listener
            Priority: 1
            Conditions:
              - {Field: path-pattern, Values: [/spare/*]}
            Actions:
              - Type: forward
                ForwardConfig:
                  TargetGroups:
                    - {TargetGroupArn: !Ref Spare, Weight: 1}
        Spare:
          Type: AWS::ElasticLoadBalancingV2::TargetGroup
          Properties: {Port: 8080, Protocol: HTTP, TargetType: ip, VpcId: !Ref Vpc}
        Service:
          Type: AWS::ECS::Service
          Properties:
            TaskDefinition: !Ref Task
            LoadBalancers:
              - {ContainerName: web, ContainerPort: 8080, TargetGroupArn: !Ref Group}
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Name: web
                Image: registry.example.org/shop/web:1.0
              - Name: helper
                Image: registry.example.org/shop/helper:1.0
      """
    And the Dockerfile "web/Dockerfile":
      """dockerfile
      FROM golang:1.22 AS build
      RUN make
      FROM debian:12
      ARG WHO
      COPY --from=build /shop /shop
      """

  Scenario: Root on the internet, in three places
    Given the image "registry.example.org/shop/web" is built by the Dockerfile "web/Dockerfile"
    When the policy SPILE-ECS-006 is evaluated
    Then the verdict for Task is fail
    And the finding for Task is at `Task.Properties.ContainerDefinitions[0].Image`
    And the message for Task is "web answers the internet on port 443 and runs as root, as the stage 1 of its Dockerfile leaves it"
    And the severity for Task is high
    And Task passes once `Listener.Properties.Port` is set to `444`
    And Task passes once `Balancer.Properties.Scheme` is set to `internal`
    And Task passes once `Listener.Properties.DefaultActions` is removed
    And Task passes once `Service.Properties.LoadBalancers` is removed
    And Task passes once `Service.Properties.LoadBalancers[0].ContainerName` is set to `helper`
    And Task passes once `Service.Properties.TaskDefinition` is removed
    And Task passes once `Task.Properties.ContainerDefinitions[0].User` is set to `"1000"`
    And Task passes once `Task.Properties.ContainerDefinitions[0].Image` is removed
    And Task passes once `Task.Properties.ContainerDefinitions[0].Image` is set to `elsewhere.example.org/shop/web:1.0`

  Scenario Outline: The task decides: <user>
    Given the image "registry.example.org/shop/web" is built by the Dockerfile "web/Dockerfile"
    And `Task.Properties.ContainerDefinitions[0].User` is set to `<user>`
    When the policy SPILE-ECS-006 is evaluated
    Then the verdict for Task is <verdict>

    Examples:
      | user   | verdict |
      | "0"    | fail    |
      | root   | fail    |
      | "0:10" | fail    |
      | app    | pass    |
      | rooter | pass    |

  Scenario: A rule of the listener hands on
    Given the image "registry.example.org/shop/web" is built by the Dockerfile "web/Dockerfile"
    And `Service.Properties.LoadBalancers[0].TargetGroupArn` is set to `!Ref Spare`
    When the policy SPILE-ECS-006 is evaluated
    Then the verdict for Task is fail
    And Task passes once `Rule.Properties.Actions` is set to `[{Type: fixed-response}]`

  Scenario: Nothing says which image the Dockerfile becomes
    When the policy SPILE-ECS-006 is evaluated
    Then Task is unknown because "no [[build]] in spile.toml and no compose file says which image"

  Scenario: Another image is built
    Given the image "registry.example.org/shop/other" is built by the Dockerfile "web/Dockerfile"
    When the policy SPILE-ECS-006 is evaluated
    Then the verdict for Task is pass

  Scenario: Who runs it is known at the build
    Given the Dockerfile "api/Dockerfile":
      """dockerfile
      FROM debian:12
      ARG WHO
      USER $WHO
      """
    And the image "registry.example.org/shop/web" is built by the Dockerfile "api/Dockerfile"
    And the image "registry.example.org/shop/other" is built by the Dockerfile "web/Dockerfile"
    When the policy SPILE-ECS-006 is evaluated
    Then the verdict for Task is unknown

  Scenario: Nothing runs containers
    Given the Dockerfile "api/Dockerfile":
      """dockerfile
      FROM debian:12
      """
    And `Task.Type` is set to `AWS::ECS::Cluster`
    When the policy SPILE-ECS-006 is evaluated
    Then nothing was evaluated

  Scenario: Somebody else runs it
    Given the Dockerfile "api/Dockerfile":
      """dockerfile
      FROM debian:12
      USER app
      """
    And the image "registry.example.org/shop/web" is built by the Dockerfile "api/Dockerfile"
    And the image "registry.example.org/shop/other" is built by the Dockerfile "web/Dockerfile"
    When the policy SPILE-ECS-006 is evaluated
    Then the verdict for Task is pass

  Scenario: A task of a plan that no load balancer hands on to
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.web:
        family: web
        container_definitions: '[{"name": "web", "image": "registry.example.org/shop/web:1.0"}]'
      """
    And the image "registry.example.org/shop/web" is built by the Dockerfile "web/Dockerfile"
    When the policy SPILE-ECS-006 is evaluated
    Then the verdict for aws_ecs_task_definition.web is pass
    And the verdict for Task is fail
