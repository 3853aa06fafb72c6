Feature: Disks of launch templates and configurations are encrypted
  Disks that are described for machines to come are encrypted if their description says so.

  Background:
    Given the template:
      """yaml
      Resources:
        Plan:
          Type: AWS::EC2::LaunchTemplate
          Properties:
            LaunchTemplateData:
              MetadataOptions: {HttpTokens: required}
              NetworkInterfaces:
                - {DeviceIndex: 0, AssociatePublicIpAddress: false}
                - {DeviceIndex: 1}
              BlockDeviceMappings:
                - {DeviceName: /dev/xvda, Ebs: {VolumeSize: 8, Encrypted: true}}
                - {DeviceName: /dev/xvdb, Ebs: {VolumeSize: 8, KmsKeyId: alias/disks}}
        Old:
          Type: AWS::AutoScaling::LaunchConfiguration
          Properties:
            ImageId: ami-1
            InstanceType: t3.micro
            AssociatePublicIpAddress: false
            MetadataOptions: {HttpTokens: required}
            BlockDeviceMappings:
              - {DeviceName: /dev/xvda, Ebs: {VolumeSize: 8, Encrypted: true}}
              - {DeviceName: /dev/xvdb, VirtualName: ephemeral0}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Each disk is encrypted, or has a key
    When the policy SPILE-EC2-024 is evaluated
    Then the verdict for Plan is pass

  Scenario Outline: A disk is not encrypted
    Given `Plan.Properties.LaunchTemplateData.BlockDeviceMappings[<n>].Ebs` is set to <disk>
    When the policy SPILE-EC2-024 is evaluated
    Then the verdict for Plan is fail
    And the severity for Plan is high
    And the message for Plan is "a disk of Plan is not encrypted"
    And Plan passes once `Plan.Properties.LaunchTemplateData.BlockDeviceMappings[<n>].Ebs.Encrypted` is set to `true`

    Examples:
      | n | disk                                  |
      | 0 | `{VolumeSize: 8}`                     |
      | 0 | `{VolumeSize: 8, Encrypted: false}`   |
      | 1 | `{VolumeSize: 8, Encrypted: "false"}` |
      | 1 | `{SnapshotId: snap-1}`                |

  Scenario: The place is what refuses it
    Given `Plan.Properties.LaunchTemplateData.BlockDeviceMappings[0].Ebs.Encrypted` is set to `false`
    When the policy SPILE-EC2-024 is evaluated
    Then the finding for Plan is at `Plan.Properties.LaunchTemplateData.BlockDeviceMappings[0].Ebs.Encrypted`

  Scenario: Without mappings there are no further disks
    Given `Plan.Properties.LaunchTemplateData.BlockDeviceMappings` is removed
    When the policy SPILE-EC2-024 is evaluated
    Then the verdict for Plan is pass

  Scenario: Somebody decides when the stack is made
    Given `Plan.Properties.LaunchTemplateData.BlockDeviceMappings[0].Ebs.Encrypted` is unknown
    When the policy SPILE-EC2-024 is evaluated
    Then the verdict for Plan is unknown

  Scenario: Launch configurations are asked, too
    Given `Old.Properties.BlockDeviceMappings[0].Ebs.Encrypted` is removed
    When the policy SPILE-EC2-024 is evaluated
    Then the verdict for Old is fail

  Scenario: A template without either
    Given `Plan` is removed
    And `Old` is removed
    When the policy SPILE-EC2-024 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_launch_template.t:
        name: t
        block_device_mappings: [{device_name: /dev/sda1, ebs: [{encrypted: "true"}]}]
      """
    When the policy SPILE-EC2-024 is evaluated
    Then the verdict for aws_launch_template.t is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_launch_template.t:
        name: t
        block_device_mappings: [{device_name: /dev/sda1, ebs: [{encrypted: "false"}]}]
      """
    When the policy SPILE-EC2-024 is evaluated
    Then the verdict for aws_launch_template.t is fail
