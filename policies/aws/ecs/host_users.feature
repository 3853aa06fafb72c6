Feature: Containers in the network of their host are root only where they are meant to be

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

  Scenario: Its own network interface
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for Task is not applicable

  Scenario Outline: <case>
    Given `Task.Properties.NetworkMode` is set to `host`
    And `Task.Properties.ContainerDefinitions[0].User` is set to `<value>`
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for Task is <verdict>

    Examples:
      | case                                         | value      | verdict |
      | a user                                       | www        | pass    |
      | a user by number                             | "1000"     | pass    |
      | a user whose number begins like that of root | "01000"    | pass    |
      | root                                         | root       | fail    |
      | root by number                               | "0"        | fail    |
      | root and a group                             | "root:www" | fail    |
      | root by number, and a group                  | "0:1000"   | fail    |

  Scenario: The image decides
    Given `Task.Properties.NetworkMode` is set to `host`
    And `Task.Properties.ContainerDefinitions[0].User` is removed
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for Task is fail

  Scenario: Root is meant
    Given `Task.Properties.NetworkMode` is set to `host`
    And `Task.Properties.ContainerDefinitions[0].User` is set to `root`
    And `Task.Properties.ContainerDefinitions[0].Privileged` is set to `true`
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for Task is pass

  Scenario: One container of two
    Given `Task.Properties.NetworkMode` is set to `host`
    And `Task.Properties.ContainerDefinitions` is set to `[{Name: a, Image: a, User: www}, {Name: b, Image: b, User: root}]`
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for Task is fail

  Scenario: The finding says what is wrong, and where
    Given `Task.Properties.NetworkMode` is set to `host`
    And `Task.Properties.ContainerDefinitions[0].User` is set to `root`
    When the policy SPILE-ECS-003 is evaluated
    Then the finding for Task is at `Task.Properties.ContainerDefinitions[0].User`
    And the message for Task is "a container of Task runs as root in the network of its host"
    And the severity for Task is high
    And Task passes once `Task.Properties.ContainerDefinitions[0].User` is set to `www`

  Scenario: Nobody can tell
    Given `Task.Properties.NetworkMode` is set to `host`
    And `Task.Properties.ContainerDefinitions[0].User` is unknown
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for Task is unknown

  Scenario: Root may be meant
    Given `Task.Properties.ContainerDefinitions[0].User` is set to `root`
    And `Task.Properties.NetworkMode` is set to `host`
    And `Task.Properties.ContainerDefinitions[0].Privileged` is unknown
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for Task is unknown

  Scenario: It may have a network interface of its own
    Given `Task.Properties.ContainerDefinitions[0].User` is set to `root`
    And `Task.Properties.NetworkMode` is unknown
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for Task is unknown

  Scenario: A template without tasks
    Given `Task.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECS-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        network_mode: host
        container_definitions: !json [{name: shop, image: shop, user: "1000"}]
      """
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        network_mode: host
        container_definitions: !json [{name: shop, image: shop, user: root}]
      """
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        network_mode: awsvpc
        container_definitions: !json [{name: shop, image: shop}]
      """
    When the policy SPILE-ECS-003 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is not applicable
