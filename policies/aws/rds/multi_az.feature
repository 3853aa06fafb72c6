Feature: Database instances have a copy in another zone
  With a copy in another zone, RDS goes on when a zone fails. Aurora has its copies in the cluster.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            MultiAZ: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: A copy is asked for
    Given `Orders.Properties.MultiAZ` is set to <value>
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: A copy is refused
    Given `Orders.Properties.MultiAZ` is set to `false`
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is medium
    And the finding for Orders is at `Orders.Properties.MultiAZ`
    And the message for Orders is "Orders is gone for as long as its zone is"
    And Orders passes once `Orders.Properties.MultiAZ` is set to `true`

  Scenario: A copy is not mentioned
    Given `Orders.Properties.MultiAZ` is removed
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "Orders is gone for as long as its zone is"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.MultiAZ` is unknown
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Even the engine may be open
    Given `Orders.Properties.MultiAZ` is removed
    And `Orders.Properties.Engine` is unknown
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Instances of Aurora keep nothing: the cluster does
    Given `Orders.Properties.Engine` is set to `aurora-mysql`
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A member of a cluster keeps nothing either
    Given `Orders.Properties.DBClusterIdentifier` is set to `orders`
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-012 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        multi_az: true
      """
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        multi_az: false
      """
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        multi_az: !unknown
      """
    When the policy SPILE-RDS-012 is evaluated
    Then the verdict for aws_db_instance.db is unknown
