Feature: Backup vaults name the key that encrypts them
  A vault encrypts always, and by a key of AWS unless another one is named. Of a key of one's own, one can say who
  may use it, and take that away.

  Background:
    Given the template:
      """yaml
      Resources:
        Safe:
          Type: AWS::Backup::BackupVault
          Properties:
            BackupVaultName: safe
            EncryptionKeyArn: alias/own
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A key is named
    When the policy SPILE-BAK-001 is evaluated
    Then the verdict for Safe is pass

  Scenario: No key is named
    Given `Safe.Properties.EncryptionKeyArn` is removed
    When the policy SPILE-BAK-001 is evaluated
    Then the verdict for Safe is fail
    And the severity for Safe is low
    And the finding for Safe is at `Safe.Properties`
    And the message for Safe is "Safe names no key of its own"
    And Safe passes once `Safe.Properties.EncryptionKeyArn` is set to `alias/own`

  Scenario: A key of the template is a key
    Given `Safe.Properties.EncryptionKeyArn` is set to `!GetAtt Alarms.TopicArn`
    When the policy SPILE-BAK-001 is evaluated
    Then the verdict for Safe is pass

  Scenario: A condition decides whether a key is named
    Given `Conditions` is set to `{OwnKey: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Safe.Properties.EncryptionKeyArn` is set to `!If [OwnKey, alias/own, !Ref AWS::NoValue]`
    When the policy SPILE-BAK-001 is evaluated
    Then the verdict for Safe is fail
    And Safe fails when "OwnKey is false"

  Scenario: A template without vaults
    Given `Safe` is removed
    When the policy SPILE-BAK-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_backup_vault.v:
        name: v
        kms_key_arn: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-BAK-001 is evaluated
    Then the verdict for aws_backup_vault.v is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_backup_vault.v:
        name: v
      """
    When the policy SPILE-BAK-001 is evaluated
    Then the verdict for aws_backup_vault.v is fail
