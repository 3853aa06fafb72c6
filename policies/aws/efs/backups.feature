Feature: File systems are backed up
  AWS Backup takes a file system every day, where it is asked to.

  Background:
    Given the template:
      """yaml
      Resources:
        Home:
          Type: AWS::EFS::FileSystem
          Properties:
            BackupPolicy: {Status: ENABLED}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Backups are asked for
    When the policy SPILE-EFS-002 is evaluated
    Then the verdict for Home is pass

  Scenario: Backups are refused
    Given `Home.Properties.BackupPolicy.Status` is set to `DISABLED`
    When the policy SPILE-EFS-002 is evaluated
    Then the verdict for Home is fail
    And the severity for Home is medium
    And the finding for Home is at `Home.Properties.BackupPolicy.Status`
    And the message for Home is "Home is not backed up by AWS Backup"
    And Home passes once `Home.Properties.BackupPolicy.Status` is set to `ENABLED`

  Scenario: Backups are not mentioned
    Given `Home.Properties.BackupPolicy` is removed
    When the policy SPILE-EFS-002 is evaluated
    Then the verdict for Home is fail
    And the finding for Home is at `Home.Properties`
    And the message for Home is "Home is not backed up by AWS Backup"

  Scenario: Somebody decides when the stack is made
    Given `Home.Properties.BackupPolicy.Status` is unknown
    When the policy SPILE-EFS-002 is evaluated
    Then the verdict for Home is unknown

  Scenario: A template without file systems
    Given `Home` is removed
    When the policy SPILE-EFS-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_efs_file_system.f:
        encrypted: true
      aws_efs_backup_policy.f:
        file_system_id: !ref aws_efs_file_system.f.id
        backup_policy: [{status: ENABLED}]
      """
    When the policy SPILE-EFS-002 is evaluated
    Then the verdict for aws_efs_file_system.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_efs_file_system.f:
        encrypted: true
      aws_efs_backup_policy.f:
        file_system_id: !ref aws_efs_file_system.f.id
        backup_policy: [{status: DISABLED}]
      """
    When the policy SPILE-EFS-002 is evaluated
    Then the verdict for aws_efs_file_system.f is fail

  Scenario: A plan of Terraform without a backup policy
    Given the planned resources:
      """yaml
      aws_efs_file_system.f:
        encrypted: true
      """
    When the policy SPILE-EFS-002 is evaluated
    Then the verdict for aws_efs_file_system.f is fail
