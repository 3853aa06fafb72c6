Feature: Machines act in a role
  A machine in a role gets credentials that change by the hour. Without one, somebody puts keys on it that never
  do.

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

  Scenario Outline: A profile is named
    Given `Host.Properties.IamInstanceProfile` is set to <value>
    When the policy SPILE-EC2-030 is evaluated
    Then the verdict for Host is pass

    Examples:
      | value         |
      | `web`         |
      | `!Ref Alarms` |

  Scenario: No profile is named
    Given `Host.Properties.IamInstanceProfile` is removed
    When the policy SPILE-EC2-030 is evaluated
    Then the verdict for Host is fail
    And the severity for Host is medium
    And the finding for Host is at `Host.Properties`
    And the message for Host is "Host has no role, so whoever runs on it needs keys that do not expire"
    And Host passes once `Host.Properties.IamInstanceProfile` is set to `web`

  Scenario: A condition decides whether there is one
    Given `Conditions` is set to `{WithRole: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Host.Properties.IamInstanceProfile` is set to `!If [WithRole, web, !Ref AWS::NoValue]`
    When the policy SPILE-EC2-030 is evaluated
    Then Host fails when "WithRole is false"

  Scenario: A launch template says it for the machine
    Given `Host.Properties.LaunchTemplate` is set to `{LaunchTemplateName: web, Version: "1"}`
    When the policy SPILE-EC2-030 is evaluated
    Then the verdict for Host is not applicable

  Scenario: A template without machines
    Given `Host` is removed
    When the policy SPILE-EC2-030 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        iam_instance_profile: !ref aws_iam_instance_profile.p.name
      aws_iam_instance_profile.p:
        name: p
      """
    When the policy SPILE-EC2-030 is evaluated
    Then the verdict for aws_instance.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
      """
    When the policy SPILE-EC2-030 is evaluated
    Then the verdict for aws_instance.web is fail

  Scenario: A plan of Terraform whose launch template may have a profile
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        launch_template: !unknown
      """
    When the policy SPILE-EC2-030 is evaluated
    Then the verdict for aws_instance.web is unknown
