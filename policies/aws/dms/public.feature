Feature: Migrations run without a public address
  Whole databases pass through the machine of a migration. AWS gives it a public address where the template does
  not say.

  Background:
    Given the template:
      """yaml
      Resources:
        Move:
          Type: AWS::DMS::ReplicationInstance
          Properties:
            ReplicationInstanceClass: dms.t3.micro
            PubliclyAccessible: false
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: A public address is refused
    Given `Move.Properties.PubliclyAccessible` is set to <value>
    When the policy SPILE-DMS-001 is evaluated
    Then the verdict for Move is pass

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario Outline: A public address is asked for
    Given `Move.Properties.PubliclyAccessible` is set to <value>
    When the policy SPILE-DMS-001 is evaluated
    Then the verdict for Move is fail
    And the severity for Move is high
    And the finding for Move is at `Move.Properties.PubliclyAccessible`
    And the message for Move is "Move, through which whole databases pass, has a public address"
    And Move passes once `Move.Properties.PubliclyAccessible` is set to `false`

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: Nothing is said, and AWS gives one
    Given `Move.Properties.PubliclyAccessible` is removed
    When the policy SPILE-DMS-001 is evaluated
    Then the verdict for Move is fail
    And the finding for Move is at `Move.Properties`
    And the message for Move is "Move, through which whole databases pass, has a public address"

  Scenario: Somebody decides when the stack is made
    Given `Move.Properties.PubliclyAccessible` is unknown
    When the policy SPILE-DMS-001 is evaluated
    Then the verdict for Move is unknown

  Scenario: A template without migrations
    Given `Move` is removed
    When the policy SPILE-DMS-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_dms_replication_instance.mover:
        publicly_accessible: false
      """
    When the policy SPILE-DMS-001 is evaluated
    Then the verdict for aws_dms_replication_instance.mover is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_dms_replication_instance.mover:
        publicly_accessible: true
      """
    When the policy SPILE-DMS-001 is evaluated
    Then the verdict for aws_dms_replication_instance.mover is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_dms_replication_instance.mover:
        publicly_accessible: !unknown
      """
    When the policy SPILE-DMS-001 is evaluated
    Then the verdict for aws_dms_replication_instance.mover is unknown
