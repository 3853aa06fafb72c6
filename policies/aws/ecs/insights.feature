Feature: Clusters are watched

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
    Given `Farm.Properties.ClusterSettings[0].Value` is set to `<value>`
    When the policy SPILE-ECS-001 is evaluated
    Then the verdict for Farm is <verdict>

    Examples:
      | case            | value    | verdict |
      | watched         | enabled  | pass    |
      | watched closely | enhanced | pass    |
      | not watched     | disabled | fail    |

  Scenario: Another setting does not help
    Given `Farm.Properties.ClusterSettings[0].Name` is set to `other`
    When the policy SPILE-ECS-001 is evaluated
    Then the verdict for Farm is fail

  Scenario: The finding says what is wrong, and where
    Given `Farm.Properties.ClusterSettings[0].Value` is set to `disabled`
    When the policy SPILE-ECS-001 is evaluated
    Then the finding for Farm is at `Farm.Properties.ClusterSettings[0].Value`
    And the message for Farm is "nobody measures what runs in Farm"
    And the severity for Farm is low
    And Farm passes once `Farm.Properties.ClusterSettings[0].Value` is set to `enabled`

  Scenario: Not to say it is not to watch
    Given `Farm.Properties.ClusterSettings` is removed
    When the policy SPILE-ECS-001 is evaluated
    Then the verdict for Farm is fail

  Scenario: Nobody can tell
    Given `Farm.Properties.ClusterSettings[0].Value` is unknown
    When the policy SPILE-ECS-001 is evaluated
    Then the verdict for Farm is unknown

  Scenario: A template without clusters
    Given `Farm.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECS-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecs_cluster.c:
        name: c
        setting: [{name: containerInsights, value: enabled}]
      """
    When the policy SPILE-ECS-001 is evaluated
    Then the verdict for aws_ecs_cluster.c is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecs_cluster.c:
        name: c
      """
    When the policy SPILE-ECS-001 is evaluated
    Then the verdict for aws_ecs_cluster.c is fail
