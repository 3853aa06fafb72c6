Feature: Data of desktops are encrypted at rest
  What somebody keeps on a desktop lies on the user's volume.

  Background:
    Given the template:
      """yaml
      Resources:
        Desk:
          Type: AWS::WorkSpaces::Workspace
          Properties:
            BundleId: wsb-1
            DirectoryId: d-1
            UserName: ada
            UserVolumeEncryptionEnabled: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Desk.Properties.UserVolumeEncryptionEnabled` is set to <value>
    When the policy SPILE-WKS-001 is evaluated
    Then the verdict for Desk is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Desk.Properties.UserVolumeEncryptionEnabled` is set to <value>
    When the policy SPILE-WKS-001 is evaluated
    Then the verdict for Desk is fail
    And the severity for Desk is high
    And the finding for Desk is at `Desk.Properties.UserVolumeEncryptionEnabled`
    And the message for Desk is "the user's volume of Desk is not encrypted"
    And Desk passes once `Desk.Properties.UserVolumeEncryptionEnabled` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Desk.Properties.UserVolumeEncryptionEnabled` is removed
    When the policy SPILE-WKS-001 is evaluated
    Then the verdict for Desk is fail
    And the finding for Desk is at `Desk.Properties`
    And the message for Desk is "the user's volume of Desk is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Desk.Properties.UserVolumeEncryptionEnabled` is unknown
    When the policy SPILE-WKS-001 is evaluated
    Then the verdict for Desk is unknown

  Scenario: A template without desktops
    Given `Desk` is removed
    When the policy SPILE-WKS-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_workspaces_workspace.w:
        user_name: u
        user_volume_encryption_enabled: true
      """
    When the policy SPILE-WKS-001 is evaluated
    Then the verdict for aws_workspaces_workspace.w is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_workspaces_workspace.w:
        user_name: u
        user_volume_encryption_enabled: false
      """
    When the policy SPILE-WKS-001 is evaluated
    Then the verdict for aws_workspaces_workspace.w is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_workspaces_workspace.w:
        user_name: u
        user_volume_encryption_enabled: !unknown
      """
    When the policy SPILE-WKS-001 is evaluated
    Then the verdict for aws_workspaces_workspace.w is unknown
