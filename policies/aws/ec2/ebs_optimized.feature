Feature: Machines reach their disks by a line of its own
  A line of its own keeps a machine's disks reachable while the network is busy.

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

  Scenario Outline: A line of its own
    Given `Host.Properties.EbsOptimized` is set to <value>
    When the policy SPILE-EC2-032 is evaluated
    Then the verdict for Host is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: None
    Given `Host.Properties.EbsOptimized` is set to `false`
    When the policy SPILE-EC2-032 is evaluated
    Then the verdict for Host is fail
    And the severity for Host is info
    And the finding for Host is at `Host.Properties.EbsOptimized`
    And the message for Host is "traffic of Host to its disks shares the line with all else"
    And Host passes once `Host.Properties.EbsOptimized` is set to `true`

  Scenario: Nothing is said, which is none
    Given `Host.Properties.EbsOptimized` is removed
    When the policy SPILE-EC2-032 is evaluated
    Then the verdict for Host is fail
    And the finding for Host is at `Host.Properties`
    And the message for Host is "traffic of Host to its disks shares the line with all else"

  Scenario: Somebody decides when the stack is made
    Given `Host.Properties.EbsOptimized` is unknown
    When the policy SPILE-EC2-032 is evaluated
    Then the verdict for Host is unknown

  Scenario: A launch template says it for the machine
    Given `Host.Properties.LaunchTemplate` is set to `{LaunchTemplateName: web, Version: "1"}`
    When the policy SPILE-EC2-032 is evaluated
    Then the verdict for Host is not applicable

  Scenario: A template without machines
    Given `Host` is removed
    When the policy SPILE-EC2-032 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        ebs_optimized: true
      """
    When the policy SPILE-EC2-032 is evaluated
    Then the verdict for aws_instance.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        ebs_optimized: false
      """
    When the policy SPILE-EC2-032 is evaluated
    Then the verdict for aws_instance.web is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        ebs_optimized: !unknown
      """
    When the policy SPILE-EC2-032 is evaluated
    Then the verdict for aws_instance.web is unknown
