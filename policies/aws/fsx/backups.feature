Feature: File systems of FSx are backed up
  Each kind of file system says for itself how many days backups are kept; 0 is none. Scratch file systems of
  Lustre cannot be backed up.

  Background:
    Given the template:
      """yaml
      Resources:
        Share:
          Type: AWS::FSx::FileSystem
          Properties:
            FileSystemType: WINDOWS
            SubnetIds: [subnet-1]
            WindowsConfiguration: {ThroughputCapacity: 32, AutomaticBackupRetentionDays: 7}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Backups are kept
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for Share is pass

  Scenario: Backups are switched off
    Given `Share.Properties.WindowsConfiguration.AutomaticBackupRetentionDays` is set to `0`
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for Share is fail
    And the severity for Share is medium
    And the finding for Share is at `Share.Properties.WindowsConfiguration.AutomaticBackupRetentionDays`
    And the message for Share is "Share does not say that it is backed up"
    And Share passes once `Share.Properties.WindowsConfiguration.AutomaticBackupRetentionDays` is set to `1`

  Scenario: Nothing is said of backups
    Given `Share.Properties.WindowsConfiguration.AutomaticBackupRetentionDays` is removed
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for Share is fail

  Scenario Outline: Other kinds are asked, too
    Given `Share.Properties.FileSystemType` is set to `<kind>`
    And `Share.Properties.WindowsConfiguration` is removed
    And `Share.Properties.<where>` is set to <settings>
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for Share is fail
    And Share passes once `Share.Properties.<where>.AutomaticBackupRetentionDays` is set to `5`

    Examples:
      | kind    | where                | settings                         |
      | ONTAP   | OntapConfiguration   | `{DeploymentType: SINGLE_AZ_1}`  |
      | OPENZFS | OpenZFSConfiguration | `{DeploymentType: SINGLE_AZ_1}`  |
      | LUSTRE  | LustreConfiguration  | `{DeploymentType: PERSISTENT_2}` |

  Scenario Outline: A scratch file system keeps nothing
    Given `Share.Properties.FileSystemType` is set to `LUSTRE`
    And `Share.Properties.WindowsConfiguration` is removed
    And `Share.Properties.LustreConfiguration` is set to <settings>
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for Share is not applicable

    Examples:
      | settings                      |
      | `{DeploymentType: SCRATCH_2}` |
      | `{}`                          |

  Scenario: Somebody decides when the stack is made
    Given `Share.Properties.WindowsConfiguration.AutomaticBackupRetentionDays` is unknown
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for Share is unknown

  Scenario: Even the kind may be open
    Given `Share.Properties.FileSystemType` is unknown
    And `Share.Properties.WindowsConfiguration` is removed
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for Share is unknown

  Scenario: A template without file systems of FSx
    Given `Share` is removed
    When the policy SPILE-FSX-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_fsx_windows_file_system.f:
        automatic_backup_retention_days: 7
      """
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for aws_fsx_windows_file_system.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_fsx_windows_file_system.f:
        automatic_backup_retention_days: 0
      """
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for aws_fsx_windows_file_system.f is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_fsx_windows_file_system.f:
        automatic_backup_retention_days: !unknown
      """
    When the policy SPILE-FSX-001 is evaluated
    Then the verdict for aws_fsx_windows_file_system.f is unknown
