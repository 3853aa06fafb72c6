Feature: Databases of measurements name the key that encrypts them
  Timestream encrypts always, and by its own key unless another one is named. Of a key of one's own, one can say
  who may use it, and take that away.

  Background:
    Given the template:
      """yaml
      Resources:
        Readings:
          Type: AWS::Timestream::Database
          Properties:
            DatabaseName: readings
            KmsKeyId: alias/own
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A key is named
    When the policy SPILE-TIM-001 is evaluated
    Then the verdict for Readings is pass

  Scenario: No key is named
    Given `Readings.Properties.KmsKeyId` is removed
    When the policy SPILE-TIM-001 is evaluated
    Then the verdict for Readings is fail
    And the severity for Readings is low
    And the finding for Readings is at `Readings.Properties`
    And the message for Readings is "Readings names no key of its own"
    And Readings passes once `Readings.Properties.KmsKeyId` is set to `alias/own`

  Scenario: A key of the template is a key
    Given `Readings.Properties.KmsKeyId` is set to `!GetAtt Alarms.TopicArn`
    When the policy SPILE-TIM-001 is evaluated
    Then the verdict for Readings is pass

  Scenario: A condition decides whether a key is named
    Given `Conditions` is set to `{OwnKey: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Readings.Properties.KmsKeyId` is set to `!If [OwnKey, alias/own, !Ref AWS::NoValue]`
    When the policy SPILE-TIM-001 is evaluated
    Then the verdict for Readings is fail
    And Readings fails when "OwnKey is false"

  Scenario: A template without databases of measurements
    Given `Readings` is removed
    When the policy SPILE-TIM-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_timestreamwrite_database.m:
        kms_key_id: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-TIM-001 is evaluated
    Then the verdict for aws_timestreamwrite_database.m is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_timestreamwrite_database.m:
        database_name: m
      """
    When the policy SPILE-TIM-001 is evaluated
    Then the verdict for aws_timestreamwrite_database.m is fail
