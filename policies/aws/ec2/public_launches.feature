Feature: Launch templates and configurations ask for no public address
  Machines that are started from here get a public address, if the description asks for one.

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

  Scenario: No address is asked for
    When the policy SPILE-EC2-028 is evaluated
    Then the verdict for Plan is pass
    And the verdict for Old is pass

  Scenario Outline: One is asked for
    Given `<where>` is set to <value>
    When the policy SPILE-EC2-028 is evaluated
    Then the verdict for <who> is fail
    And the severity for <who> is medium
    And the finding for <who> is at `<where>`
    And the message for <who> is "machines of <who> ask for a public address"
    And <who> passes once `<where>` is set to `false`

    Examples:
      | who  | where                                                                            | value    |
      | Plan | Plan.Properties.LaunchTemplateData.NetworkInterfaces[0].AssociatePublicIpAddress | `true`   |
      | Plan | Plan.Properties.LaunchTemplateData.NetworkInterfaces[1].AssociatePublicIpAddress | `"true"` |
      | Old  | Old.Properties.AssociatePublicIpAddress                                          | `true`   |

  Scenario Outline: Nothing is said, and the subnet decides
    Given `<what>` is removed
    When the policy SPILE-EC2-028 is evaluated
    Then the verdict for <who> is pass

    Examples:
      | who  | what                                                 |
      | Plan | Plan.Properties.LaunchTemplateData.NetworkInterfaces |
      | Old  | Old.Properties.AssociatePublicIpAddress              |

  Scenario: Somebody decides when the stack is made
    Given `Old.Properties.AssociatePublicIpAddress` is unknown
    When the policy SPILE-EC2-028 is evaluated
    Then the verdict for Old is unknown

  Scenario: A template without either
    Given `Plan` is removed
    And `Old` is removed
    When the policy SPILE-EC2-028 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_launch_template.t:
        name: t
        network_interfaces: [{associate_public_ip_address: "false"}]
      """
    When the policy SPILE-EC2-028 is evaluated
    Then the verdict for aws_launch_template.t is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_launch_template.t:
        name: t
        network_interfaces: [{associate_public_ip_address: "true"}]
      """
    When the policy SPILE-EC2-028 is evaluated
    Then the verdict for aws_launch_template.t is fail
