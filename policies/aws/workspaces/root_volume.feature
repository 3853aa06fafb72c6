Feature: System volumes of desktops are encrypted at rest
  Programs leave data, passwords among them, on the system volume.

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
            RootVolumeEncryptionEnabled: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Desk.Properties.RootVolumeEncryptionEnabled` is set to <value>
    When the policy SPILE-WKS-002 is evaluated
    Then the verdict for Desk is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Desk.Properties.RootVolumeEncryptionEnabled` is set to <value>
    When the policy SPILE-WKS-002 is evaluated
    Then the verdict for Desk is fail
    And the severity for Desk is medium
    And the finding for Desk is at `Desk.Properties.RootVolumeEncryptionEnabled`
    And the message for Desk is "the system volume of Desk is not encrypted"
    And Desk passes once `Desk.Properties.RootVolumeEncryptionEnabled` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Desk.Properties.RootVolumeEncryptionEnabled` is removed
    When the policy SPILE-WKS-002 is evaluated
    Then the verdict for Desk is fail
    And the finding for Desk is at `Desk.Properties`
    And the message for Desk is "the system volume of Desk is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Desk.Properties.RootVolumeEncryptionEnabled` is unknown
    When the policy SPILE-WKS-002 is evaluated
    Then the verdict for Desk is unknown

  Scenario: A template without desktops
    Given `Desk` is removed
    When the policy SPILE-WKS-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_workspaces_workspace.w:
        user_name: u
        root_volume_encryption_enabled: true
      """
    When the policy SPILE-WKS-002 is evaluated
    Then the verdict for aws_workspaces_workspace.w is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_workspaces_workspace.w:
        user_name: u
        root_volume_encryption_enabled: false
      """
    When the policy SPILE-WKS-002 is evaluated
    Then the verdict for aws_workspaces_workspace.w is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_workspaces_workspace.w:
        user_name: u
        root_volume_encryption_enabled: !unknown
      """
    When the policy SPILE-WKS-002 is evaluated
    Then the verdict for aws_workspaces_workspace.w is unknown
