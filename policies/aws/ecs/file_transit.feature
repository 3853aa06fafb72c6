Feature: Tasks reach their shared files by TLS

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
    Given `Task.Properties.Volumes[0].EFSVolumeConfiguration.TransitEncryption` is set to `<value>`
    When the policy SPILE-ECS-002 is evaluated
    Then the verdict for Task is <verdict>

    Examples:
      | case          | value    | verdict |
      | by TLS        | ENABLED  | pass    |
      | in clear text | DISABLED | fail    |

  Scenario: Not to say it is clear text
    Given `Task.Properties.Volumes[0].EFSVolumeConfiguration.TransitEncryption` is removed
    When the policy SPILE-ECS-002 is evaluated
    Then the verdict for Task is fail

  Scenario: Without shared files
    Given `Task.Properties.Volumes` is removed
    When the policy SPILE-ECS-002 is evaluated
    Then the verdict for Task is pass

  Scenario: The finding says what is wrong, and where
    Given `Task.Properties.Volumes[0].EFSVolumeConfiguration.TransitEncryption` is set to `DISABLED`
    When the policy SPILE-ECS-002 is evaluated
    Then the finding for Task is at `Task.Properties.Volumes[0].EFSVolumeConfiguration.TransitEncryption`
    And the message for Task is "Task reads and writes shared files in clear text"
    And the severity for Task is high
    And Task passes once `Task.Properties.Volumes[0].EFSVolumeConfiguration.TransitEncryption` is set to `ENABLED`

  Scenario: Nobody can tell
    Given `Task.Properties.Volumes[0].EFSVolumeConfiguration.TransitEncryption` is unknown
    When the policy SPILE-ECS-002 is evaluated
    Then the verdict for Task is unknown

  Scenario: A template without tasks
    Given `Task.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECS-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        volume: [{name: v, efs_volume_configuration: [{file_system_id: fs-1, transit_encryption: ENABLED}]}]
      """
    When the policy SPILE-ECS-002 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecs_task_definition.shop:
        family: shop
        volume: [{name: v, efs_volume_configuration: [{file_system_id: fs-1}]}]
      """
    When the policy SPILE-ECS-002 is evaluated
    Then the verdict for aws_ecs_task_definition.shop is fail
