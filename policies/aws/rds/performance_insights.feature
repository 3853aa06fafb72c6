Feature: Database instances record what keeps them busy
  Performance Insights shows afterwards which statements kept the database busy, an attacker's among them.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            EnablePerformanceInsights: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Statements are recorded
    When the policy SPILE-RDS-018 is evaluated
    Then the verdict for Orders is pass

  Scenario: Records are refused
    Given `Orders.Properties.EnablePerformanceInsights` is set to `false`
    When the policy SPILE-RDS-018 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is info
    And the finding for Orders is at `Orders.Properties.EnablePerformanceInsights`
    And the message for Orders is "Orders does not record which statements keep it busy"
    And Orders passes once `Orders.Properties.EnablePerformanceInsights` is set to `true`

  Scenario: Records are not mentioned
    Given `Orders.Properties.EnablePerformanceInsights` is removed
    When the policy SPILE-RDS-018 is evaluated
    Then the verdict for Orders is fail
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "Orders does not record which statements keep it busy"

  Scenario: Somebody decides when the stack is made
    Given `Orders.Properties.EnablePerformanceInsights` is unknown
    When the policy SPILE-RDS-018 is evaluated
    Then the verdict for Orders is unknown

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-018 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        performance_insights_enabled: true
      """
    When the policy SPILE-RDS-018 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        performance_insights_enabled: false
      """
    When the policy SPILE-RDS-018 is evaluated
    Then the verdict for aws_db_instance.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        performance_insights_enabled: !unknown
      """
    When the policy SPILE-RDS-018 is evaluated
    Then the verdict for aws_db_instance.db is unknown
