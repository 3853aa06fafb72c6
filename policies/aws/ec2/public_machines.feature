Feature: Machines ask for no public address
  A machine that asks for a public address can be reached from the internet as soon as a security group is too
  wide.

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

  Scenario: No address is asked for
    When the policy SPILE-EC2-027 is evaluated
    Then the verdict for Host is pass

  Scenario Outline: An interface asks for one
    Given `Host.Properties.NetworkInterfaces[<n>].AssociatePublicIpAddress` is set to <value>
    When the policy SPILE-EC2-027 is evaluated
    Then the verdict for Host is fail
    And the severity for Host is medium
    And the finding for Host is at `Host.Properties.NetworkInterfaces[<n>].AssociatePublicIpAddress`
    And the message for Host is "Host asks for a public address"
    And Host passes once `Host.Properties.NetworkInterfaces[<n>].AssociatePublicIpAddress` is set to `false`

    Examples:
      | n | value    |
      | 0 | `true`   |
      | 1 | `"true"` |

  Scenario: Without interfaces the subnet decides
    Given `Host.Properties.NetworkInterfaces` is removed
    When the policy SPILE-EC2-027 is evaluated
    Then the verdict for Host is pass

  Scenario: Somebody decides when the stack is made
    Given `Host.Properties.NetworkInterfaces[0].AssociatePublicIpAddress` is unknown
    When the policy SPILE-EC2-027 is evaluated
    Then the verdict for Host is unknown

  Scenario: A template without machines
    Given `Host` is removed
    When the policy SPILE-EC2-027 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        associate_public_ip_address: false
      """
    When the policy SPILE-EC2-027 is evaluated
    Then the verdict for aws_instance.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        associate_public_ip_address: true
      """
    When the policy SPILE-EC2-027 is evaluated
    Then the verdict for aws_instance.web is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        associate_public_ip_address: !unknown
      """
    When the policy SPILE-EC2-027 is evaluated
    Then the verdict for aws_instance.web is unknown
