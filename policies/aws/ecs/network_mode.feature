Feature: Tasks have network interfaces of their own

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

  Scenario Outline: <case>
    Given `Task.Properties.NetworkMode` is set to `<value>`
    When the policy SPILE-ECS-004 is evaluated
    Then the verdict for Task is <verdict>

    Examples:
      | case              | value  | verdict |
      | its own interface | awsvpc | pass    |
      | the bridge        | bridge | fail    |
      | the host's        | host   | fail    |
      | none              | none   | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Task.Properties.NetworkMode` is set to `host`
    When the policy SPILE-ECS-004 is evaluated
    Then the finding for Task is at `Task.Properties.NetworkMode`
    And the message for Task is "Task shares the network host with its host: no security group is about it alone"
    And the severity for Task is medium
    And Task passes once `Task.Properties.NetworkMode` is set to `awsvpc`

  Scenario: Not to say it is the bridge
    Given `Task.Properties.NetworkMode` is removed
    When the policy SPILE-ECS-004 is evaluated
    Then the verdict for Task is fail

  Scenario: Nobody can tell
    Given `Task.Properties.NetworkMode` is unknown
    When the policy SPILE-ECS-004 is evaluated
    Then the verdict for Task is unknown

  Scenario: A template without tasks
    Given `Task.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECS-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        network_mode: awsvpc
      """
    When the policy SPILE-ECS-004 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        network_mode: bridge
      """
    When the policy SPILE-ECS-004 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        network_mode: !unknown
      """
    When the policy SPILE-ECS-004 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is unknown
