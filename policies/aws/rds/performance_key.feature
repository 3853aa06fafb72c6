Feature: Recorded statements are encrypted by a key of one's own
  What Performance Insights records contains statements, and statements contain data. Only of a key of one's own
  can somebody say who may use it.

  Background:
    Given the template:
      """yaml
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            EnablePerformanceInsights: true
            PerformanceInsightsKMSKeyId: alias/insights
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A key is named
    When the policy SPILE-RDS-019 is evaluated
    Then the verdict for Orders is pass

  Scenario: No key is named
    Given `Orders.Properties.PerformanceInsightsKMSKeyId` is removed
    When the policy SPILE-RDS-019 is evaluated
    Then the verdict for Orders is fail
    And the severity for Orders is low
    And the finding for Orders is at `Orders.Properties`
    And the message for Orders is "what Orders records is encrypted by the key of the account, whose policy nobody can change"
    And Orders passes once `Orders.Properties.PerformanceInsightsKMSKeyId` is set to `alias/insights`

  Scenario: Somebody decides when the stack is made whether anything is recorded
    Given `Orders.Properties.EnablePerformanceInsights` is unknown
    And `Orders.Properties.PerformanceInsightsKMSKeyId` is removed
    When the policy SPILE-RDS-019 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Nothing is recorded
    Given `Orders.Properties.EnablePerformanceInsights` is set to `false`
    When the policy SPILE-RDS-019 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: Records are not mentioned, which is none
    Given `Orders.Properties.EnablePerformanceInsights` is removed
    When the policy SPILE-RDS-019 is evaluated
    Then the verdict for Orders is not applicable

  Scenario: A template without databases
    Given `Orders` is removed
    When the policy SPILE-RDS-019 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        performance_insights_enabled: true
        performance_insights_kms_key_id: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-RDS-019 is evaluated
    Then the verdict for aws_db_instance.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_db_instance.db:
        engine: postgres
        performance_insights_enabled: true
      """
    When the policy SPILE-RDS-019 is evaluated
    Then the verdict for aws_db_instance.db is fail
