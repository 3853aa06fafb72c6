Feature: Launch configurations refuse public addresses
  A launch configuration that says nothing leaves it to the subnet whether its machines get a public address.

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

  Scenario Outline: Public addresses are refused
    Given `Old.Properties.AssociatePublicIpAddress` is set to <value>
    When the policy SPILE-EC2-029 is evaluated
    Then the verdict for Old is pass

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Public addresses are asked for
    Given `Old.Properties.AssociatePublicIpAddress` is set to `true`
    When the policy SPILE-EC2-029 is evaluated
    Then the verdict for Old is fail
    And the severity for Old is low
    And the finding for Old is at `Old.Properties.AssociatePublicIpAddress`
    And the message for Old is "Old does not refuse public addresses, so the subnet may give them"
    And Old passes once `Old.Properties.AssociatePublicIpAddress` is set to `false`

  Scenario: Nothing is said
    Given `Old.Properties.AssociatePublicIpAddress` is removed
    When the policy SPILE-EC2-029 is evaluated
    Then the verdict for Old is fail
    And the finding for Old is at `Old.Properties`
    And the message for Old is "Old does not refuse public addresses, so the subnet may give them"

  Scenario: Somebody decides when the stack is made
    Given `Old.Properties.AssociatePublicIpAddress` is unknown
    When the policy SPILE-EC2-029 is evaluated
    Then the verdict for Old is unknown

  Scenario: A template without launch configurations
    Given `Old` is removed
    When the policy SPILE-EC2-029 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_launch_configuration.c:
        name: c
        associate_public_ip_address: false
      """
    When the policy SPILE-EC2-029 is evaluated
    Then the verdict for aws_launch_configuration.c is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_launch_configuration.c:
        name: c
        associate_public_ip_address: true
      """
    When the policy SPILE-EC2-029 is evaluated
    Then the verdict for aws_launch_configuration.c is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_launch_configuration.c:
        name: c
        associate_public_ip_address: !unknown
      """
    When the policy SPILE-EC2-029 is evaluated
    Then the verdict for aws_launch_configuration.c is unknown
