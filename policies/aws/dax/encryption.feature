Feature: Caches of DynamoDB are encrypted at rest
  A cache of DynamoDB writes to disk what it holds when it brings new nodes up to date.

  Background:
    Given the template:
      """yaml
      Resources:
        Front:
          Type: AWS::DAX::Cluster
          Properties:
            IAMRoleARN: arn:aws:iam::111122223333:role/dax
            NodeType: dax.t3.small
            ReplicationFactor: 1
            SSESpecification: {SSEEnabled: true}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Front.Properties.SSESpecification.SSEEnabled` is set to <value>
    When the policy SPILE-DAX-001 is evaluated
    Then the verdict for Front is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Front.Properties.SSESpecification.SSEEnabled` is set to <value>
    When the policy SPILE-DAX-001 is evaluated
    Then the verdict for Front is fail
    And the severity for Front is high
    And the finding for Front is at `Front.Properties.SSESpecification.SSEEnabled`
    And the message for Front is "what Front writes to disk is not encrypted"
    And Front passes once `Front.Properties.SSESpecification.SSEEnabled` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Front.Properties.SSESpecification` is removed
    When the policy SPILE-DAX-001 is evaluated
    Then the verdict for Front is fail
    And the finding for Front is at `Front.Properties`
    And the message for Front is "what Front writes to disk is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Front.Properties.SSESpecification.SSEEnabled` is unknown
    When the policy SPILE-DAX-001 is evaluated
    Then the verdict for Front is unknown

  Scenario: A template without caches of DynamoDB
    Given `Front` is removed
    When the policy SPILE-DAX-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_dax_cluster.cache:
        server_side_encryption: [{enabled: true}]
      """
    When the policy SPILE-DAX-001 is evaluated
    Then the verdict for aws_dax_cluster.cache is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_dax_cluster.cache:
        replication_factor: 3
      """
    When the policy SPILE-DAX-001 is evaluated
    Then the verdict for aws_dax_cluster.cache is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_dax_cluster.cache:
        server_side_encryption: [{enabled: !unknown }]
      """
    When the policy SPILE-DAX-001 is evaluated
    Then the verdict for aws_dax_cluster.cache is unknown
