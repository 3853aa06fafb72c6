Feature: Disks that machines bring are encrypted
  Disks that come with a machine are encrypted if its description says so. Disks of the host itself always are.

  Background:
    Given the template:
      """yaml
      Resources:
        Host:
          Type: AWS::EC2::Instance
          Properties:
            ImageId: ami-1
            IamInstanceProfile: web
            Monitoring: true
            EbsOptimized: true
            MetadataOptions: {HttpTokens: required}
            NetworkInterfaces:
              - {DeviceIndex: "0", SubnetId: subnet-1, AssociatePublicIpAddress: false}
              - {DeviceIndex: "1", SubnetId: subnet-2}
            BlockDeviceMappings:
              - {DeviceName: /dev/xvda, Ebs: {VolumeSize: 8, Encrypted: true}}
              - {DeviceName: /dev/xvdb, VirtualName: ephemeral0}
              - {DeviceName: /dev/xvdc, Ebs: {VolumeSize: 8, KmsKeyId: alias/disks}}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Each disk is encrypted, or has a key
    When the policy SPILE-EC2-025 is evaluated
    Then the verdict for Host is pass

  Scenario Outline: A disk is not encrypted
    Given `Host.Properties.BlockDeviceMappings[<n>].Ebs` is set to <disk>
    When the policy SPILE-EC2-025 is evaluated
    Then the verdict for Host is fail
    And the severity for Host is high
    And the message for Host is "a disk of Host is not encrypted"
    And Host passes once `Host.Properties.BlockDeviceMappings[<n>].Ebs.Encrypted` is set to `true`

    Examples:
      | n | disk                                  |
      | 0 | `{VolumeSize: 8}`                     |
      | 0 | `{VolumeSize: 8, Encrypted: false}`   |
      | 2 | `{VolumeSize: 8, Encrypted: "false"}` |
      | 2 | `{SnapshotId: snap-1}`                |

  Scenario: The place is what refuses it
    Given `Host.Properties.BlockDeviceMappings[0].Ebs.Encrypted` is set to `false`
    When the policy SPILE-EC2-025 is evaluated
    Then the finding for Host is at `Host.Properties.BlockDeviceMappings[0].Ebs.Encrypted`

  Scenario: Without mappings there are no further disks
    Given `Host.Properties.BlockDeviceMappings` is removed
    When the policy SPILE-EC2-025 is evaluated
    Then the verdict for Host is pass

  Scenario: Somebody decides when the stack is made
    Given `Host.Properties.BlockDeviceMappings[0].Ebs.Encrypted` is unknown
    When the policy SPILE-EC2-025 is evaluated
    Then the verdict for Host is unknown

  Scenario: A template without machines
    Given `Host` is removed
    When the policy SPILE-EC2-025 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        root_block_device: [{encrypted: true}]
      """
    When the policy SPILE-EC2-025 is evaluated
    Then the verdict for aws_instance.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        root_block_device: [{encrypted: true}]
        ebs_block_device: [{device_name: /dev/sdb, encrypted: false}]
      """
    When the policy SPILE-EC2-025 is evaluated
    Then the verdict for aws_instance.web is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        root_block_device: [{encrypted: !unknown }]
      """
    When the policy SPILE-EC2-025 is evaluated
    Then the verdict for aws_instance.web is unknown
