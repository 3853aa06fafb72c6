Feature: Jobs do not command the machine that they run on

  Background:
    Given the template:
      """yaml
      Resources:
        Night:
          Type: AWS::Batch::JobDefinition
          Properties:
            Type: container
            ContainerProperties: {Image: night, Privileged: false}
      """

  Scenario Outline: <case>
    Given `Night.Properties.ContainerProperties.Privileged` is set to `<value>`
    When the policy SPILE-BATCH-001 is evaluated
    Then the verdict for Night is <verdict>

    Examples:
      | case                  | value  | verdict |
      | not privileged        | false  | pass    |
      | privileged            | true   | fail    |
      | privileged, as a text | "true" | fail    |

  Scenario: Not to say it is not to be
    Given `Night.Properties.ContainerProperties.Privileged` is removed
    When the policy SPILE-BATCH-001 is evaluated
    Then the verdict for Night is pass

  Scenario: One container of two
    Given `Night.Properties.NodeProperties` is set to `{MainNode: 0, NumNodes: 2, NodeRangeProperties: [{TargetNodes: "0:", Container: {Image: night, Privileged: true}}]}`
    When the policy SPILE-BATCH-001 is evaluated
    Then the verdict for Night is fail

  Scenario: A job of many nodes
    Given `Night.Properties.ContainerProperties` is removed
    And `Night.Properties.NodeProperties` is set to `{MainNode: 0, NumNodes: 2, NodeRangeProperties: [{TargetNodes: "0:", Container: {Image: night, Privileged: true}}]}`
    When the policy SPILE-BATCH-001 is evaluated
    Then the verdict for Night is fail

  Scenario: The finding says what is wrong, and where
    Given `Night.Properties.ContainerProperties.Privileged` is set to `true`
    When the policy SPILE-BATCH-001 is evaluated
    Then the finding for Night is at `Night.Properties.ContainerProperties.Privileged`
    And the message for Night is "a container of Night commands the machine that it runs on"
    And the severity for Night is high
    And Night passes once `Night.Properties.ContainerProperties.Privileged` is set to `false`

  Scenario: Nobody can tell
    Given `Night.Properties.ContainerProperties.Privileged` is unknown
    When the policy SPILE-BATCH-001 is evaluated
    Then the verdict for Night is unknown

  Scenario: A template without jobs
    Given `Night.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-BATCH-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_batch_job_definition.j:
        name: j
        type: container
        container_properties: !json {image: shop, privileged: false}
      """
    When the policy SPILE-BATCH-001 is evaluated
    Then the verdict for aws_batch_job_definition.j is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_batch_job_definition.j:
        name: j
        type: container
        container_properties: !json {image: shop, privileged: true}
      """
    When the policy SPILE-BATCH-001 is evaluated
    Then the verdict for aws_batch_job_definition.j is fail
