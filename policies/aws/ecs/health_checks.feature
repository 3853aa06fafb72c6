Feature: Containers are asked whether they are well

  Background:
    Given the template:
      """yaml
      Resources:
        Farm:
          Type: AWS::ECS::Cluster
          Properties:
            ClusterSettings:
              - Name: containerInsights
                Value: enabled
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            NetworkMode: awsvpc
            ContainerDefinitions:
              - Name: web
                Image: web:1
                User: www
                HealthCheck: {Command: [CMD, "true"]}
            Volumes:
              - Name: shared
                EFSVolumeConfiguration: {FilesystemId: fs-1, TransitEncryption: ENABLED}
              - Name: own
      """

  Scenario: Asked
    When the policy SPILE-ECS-005 is evaluated
    Then the verdict for Task is pass

  Scenario: The finding says what is wrong, and where
    Given `Task.Properties.ContainerDefinitions[0].HealthCheck` is removed
    When the policy SPILE-ECS-005 is evaluated
    Then the finding for Task is at `Task.Properties.ContainerDefinitions[0]`
    And the message for Task is "nobody notices when a container of Task stops to work"
    And the severity for Task is low
    And Task passes once `Task.Properties.ContainerDefinitions[0].HealthCheck` is set to `{Command: [CMD, "true"]}`

  Scenario: One of two
    Given `Task.Properties.ContainerDefinitions` is set to `[{Name: a, Image: a, HealthCheck: {Command: [CMD]}}, {Name: b, Image: b}]`
    When the policy SPILE-ECS-005 is evaluated
    Then the verdict for Task is fail

  Scenario: Nobody can tell
    Given `Task.Properties.ContainerDefinitions[0]` is unknown
    When the policy SPILE-ECS-005 is evaluated
    Then the verdict for Task is unknown

  Scenario: A template without tasks
    Given `Task.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECS-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        container_definitions: !json [{name: shop, image: shop, healthCheck: {command: ["true"]}}]
      """
    When the policy SPILE-ECS-005 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        container_definitions: !json [{name: shop, image: shop}]
      """
    When the policy SPILE-ECS-005 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is fail
