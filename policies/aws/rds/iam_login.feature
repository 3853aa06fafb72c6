Feature: People log in to database instances by IAM
  With IAM, people log in by tokens that live for a quarter of an hour. RDS offers that for MySQL and PostgreSQL.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            EnableIAMDatabaseAuthentication: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Logins by IAM are on
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for Orders is pass

  Scenario Outline: Logins by IAM are refused
    Given `Orders.Properties.EnableIAMDatabaseAuthentication` is set to <value>
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is medium
    And the finding for Orders is at `Orders.Properties.EnableIAMDatabaseAuthentication`
    And the message for Orders is "who logs in to Orders needs a password that somebody keeps"
    And Orders passes once `Orders.Properties.EnableIAMDatabaseAuthentication` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Logins are not mentioned
    Given `Orders.Properties.EnableIAMDatabaseAuthentication` is removed
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "who logs in to Orders needs a password that somebody keeps"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.EnableIAMDatabaseAuthentication` is unknown
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Even the engine may be open
    Given `Orders.Properties.EnableIAMDatabaseAuthentication` is removed
    And `Orders.Properties.Engine` is unknown
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for Orders is unknown

  Scenario: MySQL is asked, too
    Given `Orders.Properties.Engine` is set to `MySQL`
    And `Orders.Properties.EnableIAMDatabaseAuthentication` is set to `false`
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for Orders is fail

  Scenario: Engines without logins by IAM are not asked
    Given `Orders.Properties.Engine` is set to `oracle-ee`
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-015 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        iam_database_authentication_enabled: true
      """
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        iam_database_authentication_enabled: false
      """
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        iam_database_authentication_enabled: !unknown
      """
    When the policy SPILE-RDS-015 is evaluated
    Then the verdict for aws_db_instance.db is unknown
