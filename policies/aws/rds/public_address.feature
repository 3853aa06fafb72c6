Feature: Databases ask for no public address
  An instance that asks for a public address can be reached by everybody whom its security groups let in.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            PubliclyAccessible: false
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: A public address is refused
    Given `Orders.Properties.PubliclyAccessible` is set to <value>
    When the policy SPILE-RDS-021 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario Outline: A public address is asked for
    Given `Orders.Properties.PubliclyAccessible` is set to <value>
    When the policy SPILE-RDS-021 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is critical
    And the finding for Orders is at `Orders.Properties.PubliclyAccessible`
    And the message for Orders is "Orders asks for a public address"
    And Orders passes once `Orders.Properties.PubliclyAccessible` is set to `false`

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: Nothing is asked for
    Given `Orders.Properties.PubliclyAccessible` is removed
    When the policy SPILE-RDS-021 is evaluated
    Then the verdict for Orders is pass

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.PubliclyAccessible` is unknown
    When the policy SPILE-RDS-021 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-021 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        publicly_accessible: false
      """
    When the policy SPILE-RDS-021 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        publicly_accessible: true
      """
    When the policy SPILE-RDS-021 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        publicly_accessible: !unknown
      """
    When the policy SPILE-RDS-021 is evaluated
    Then the verdict for aws_db_instance.db is unknown
