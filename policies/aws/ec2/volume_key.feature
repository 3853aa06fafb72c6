Feature: EBS volumes name the key that encrypts them
  Of a key of one's own, one can say who may use it, and take that away.

  Background:
    Given the template:
      """yaml
      Resources:
        Data:
          Type: AWS::EC2::Volume
          Properties:
            AvailabilityZone: eu-west-1a
            Size: 10
            Encrypted: true
            KmsKeyId: alias/disks
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A key is named
    When the policy SPILE-EC2-026 is evaluated
    Then the verdict for Data is pass

  Scenario: No key is named
    Given `Data.Properties.KmsKeyId` is removed
    When the policy SPILE-EC2-026 is evaluated
    Then the verdict for Data is fail
    And the severity for Data is low
    And the finding for Data is at `Data.Properties`
    And the message for Data is "Data names no key, so the account's default key is used, whose policy nobody can change"
    And Data passes once `Data.Properties.KmsKeyId` is set to `alias/disks`

  Scenario: A key of the template is a key
    Given `Data.Properties.KmsKeyId` is set to `!GetAtt Alarms.TopicArn`
    When the policy SPILE-EC2-026 is evaluated
    Then the verdict for Data is pass

  Scenario: A condition decides whether a key is named
    Given `Conditions` is set to `{OwnKey: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Data.Properties.KmsKeyId` is set to `!If [OwnKey, alias/disks, !Ref AWS::NoValue]`
    When the policy SPILE-EC2-026 is evaluated
    Then the verdict for Data is fail
    And Data fails when "OwnKey is false"

  Scenario: A template without volumes
    Given `Data` is removed
    When the policy SPILE-EC2-026 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ebs_volume.data:
        availability_zone: eu-west-1a
        kms_key_id: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-EC2-026 is evaluated
    Then the verdict for aws_ebs_volume.data is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ebs_volume.data:
        availability_zone: eu-west-1a
        encrypted: true
      """
    When the policy SPILE-EC2-026 is evaluated
    Then the verdict for aws_ebs_volume.data is fail
