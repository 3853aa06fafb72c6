Feature: File systems are encrypted at rest
  Whoever gets at the disks or backups of a file system reads it, unless it is encrypted.

  Background:
    Given the template:
      """yaml
      Resources:
        Home:
          Type: AWS::EFS::FileSystem
          Properties:
            Encrypted: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Encryption is asked for
    Given `Home.Properties.Encrypted` is set to <value>
    When the policy SPILE-EFS-001 is evaluated
    Then the verdict for Home is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario Outline: Encryption is refused
    Given `Home.Properties.Encrypted` is set to <value>
    When the policy SPILE-EFS-001 is evaluated
    Then the verdict for Home is fail
    And the severity for Home is high
    And the finding for Home is at `Home.Properties.Encrypted`
    And the message for Home is "Home is not encrypted"
    And Home passes once `Home.Properties.Encrypted` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Home.Properties.Encrypted` is removed
    When the policy SPILE-EFS-001 is evaluated
    Then the verdict for Home is fail
    And the finding for Home is at `Home.Properties`
    And the message for Home is "Home is not encrypted"

  Scenario: Somebody decides when the stack is made
    Given `Home.Properties.Encrypted` is unknown
    When the policy SPILE-EFS-001 is evaluated
    Then the verdict for Home is unknown

  Scenario: A template without file systems
    Given `Home` is removed
    When the policy SPILE-EFS-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_efs_file_system.f:
        encrypted: true
      """
    When the policy SPILE-EFS-001 is evaluated
    Then the verdict for aws_efs_file_system.f is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_efs_file_system.f:
        encrypted: false
      """
    When the policy SPILE-EFS-001 is evaluated
    Then the verdict for aws_efs_file_system.f is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_efs_file_system.f:
        encrypted: !unknown
      """
    When the policy SPILE-EFS-001 is evaluated
    Then the verdict for aws_efs_file_system.f is unknown
