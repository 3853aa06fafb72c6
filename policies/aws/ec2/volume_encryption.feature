Feature: EBS volumes are encrypted
  Whoever gets at a volume or its snapshot reads it, unless it is encrypted. Naming a key is asking for
  encryption.

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

  Scenario Outline: Encryption is asked for
    Given `Data.Properties.KmsKeyId` is removed
    And `Data.Properties.Encrypted` is set to <value>
    When the policy SPILE-EC2-006 is evaluated
    Then the verdict for Data is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: A key is named, and that is enough
    Given `Data.Properties.Encrypted` is removed
    When the policy SPILE-EC2-006 is evaluated
    Then the verdict for Data is pass

  Scenario Outline: Encryption is refused, key or no key
    Given `Data.Properties.Encrypted` is set to <value>
    When the policy SPILE-EC2-006 is evaluated
    Then the verdict for Data is fail
    And the severity for Data is high
    And the finding for Data is at `Data.Properties.Encrypted`
    And the message for Data is "Data is not encrypted"
    And Data passes once `Data.Properties.Encrypted` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Encryption is not mentioned
    Given `Data.Properties.Encrypted` is removed
    And `Data.Properties.KmsKeyId` is removed
    When the policy SPILE-EC2-006 is evaluated
    Then the verdict for Data is fail
    And the finding for Data is at `Data.Properties`

  Scenario: Somebody decides when the stack is made
    Given `Data.Properties.Encrypted` is unknown
    When the policy SPILE-EC2-006 is evaluated
    Then the verdict for Data is unknown

  Scenario: A template without volumes
    Given `Data` is removed
    When the policy SPILE-EC2-006 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ebs_volume.data:
        availability_zone: eu-west-1a
        encrypted: true
      """
    When the policy SPILE-EC2-006 is evaluated
    Then the verdict for aws_ebs_volume.data is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ebs_volume.data:
        availability_zone: eu-west-1a
        encrypted: false
      """
    When the policy SPILE-EC2-006 is evaluated
    Then the verdict for aws_ebs_volume.data is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_ebs_volume.data:
        availability_zone: eu-west-1a
        encrypted: !unknown
      """
    When the policy SPILE-EC2-006 is evaluated
    Then the verdict for aws_ebs_volume.data is unknown
