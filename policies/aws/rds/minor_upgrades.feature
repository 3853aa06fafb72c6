Feature: Database instances say that they take minor versions on their own
  Minor versions bring corrections of faults that others know already. RDS takes them where the template does not
  say; a reader of the template should not have to know that.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            AutoMinorVersionUpgrade: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: It is stated
    Given `Orders.Properties.AutoMinorVersionUpgrade` is set to <value>
    When the policy SPILE-RDS-017 is evaluated
    Then the verdict for Orders is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: Minor versions are refused
    Given `Orders.Properties.AutoMinorVersionUpgrade` is set to `false`
    When the policy SPILE-RDS-017 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is low
    And the finding for Orders is at `Orders.Properties.AutoMinorVersionUpgrade`
    And the message for Orders is "Orders does not say that it takes minor versions, with their corrections, on its own"
    And Orders passes once `Orders.Properties.AutoMinorVersionUpgrade` is set to `true`

  Scenario: It is not stated
    Given `Orders.Properties.AutoMinorVersionUpgrade` is removed
    When the policy SPILE-RDS-017 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "Orders does not say that it takes minor versions, with their corrections, on its own"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.AutoMinorVersionUpgrade` is unknown
    When the policy SPILE-RDS-017 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-017 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        auto_minor_version_upgrade: true
      """
    When the policy SPILE-RDS-017 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        auto_minor_version_upgrade: false
      """
    When the policy SPILE-RDS-017 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        auto_minor_version_upgrade: !unknown
      """
    When the policy SPILE-RDS-017 is evaluated
    Then the verdict for aws_db_instance.db is unknown
