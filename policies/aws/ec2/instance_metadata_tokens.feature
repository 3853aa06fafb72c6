Feature: Machines demand session tokens of who asks for metadata
  The metadata service tells a machine the credentials of its role. Version 1 tells them to every request, also to
  one that a program was tricked into; version 2 wants a token first.

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

  Scenario: Tokens are required
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for Host is pass

  Scenario: Tokens are optional
    Given `Host.Properties.MetadataOptions.HttpTokens` is set to `optional`
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for Host is fail
    And the severity for Host is high
    And the finding for Host is at `Host.Properties.MetadataOptions.HttpTokens`
    And the message for Host is "Host tells its credentials to whoever can make it send a request (IMDSv1)"
    And Host passes once `Host.Properties.MetadataOptions.HttpTokens` is set to `required`

  Scenario: Tokens are not mentioned
    Given `Host.Properties.MetadataOptions` is removed
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for Host is fail
    And the finding for Host is at `Host.Properties`
    And the message for Host is "Host tells its credentials to whoever can make it send a request (IMDSv1)"

  Scenario: Somebody decides when the stack is made
    Given `Host.Properties.MetadataOptions.HttpTokens` is unknown
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for Host is unknown

  Scenario: A service that is switched off tells nothing
    Given `Host.Properties.MetadataOptions` is set to `{HttpEndpoint: disabled}`
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for Host is pass

  Scenario: A launch template says it for the machine
    Given `Host.Properties.LaunchTemplate` is set to `{LaunchTemplateName: web, Version: "1"}`
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for Host is not applicable

  Scenario: A template without machines
    Given `Host` is removed
    When the policy SPILE-EC2-023 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        metadata_options: [{http_tokens: required}]
      """
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for aws_instance.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
      """
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for aws_instance.web is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_instance.web:
        ami: ami-1
        launch_template: [{id: lt-1}]
      """
    When the policy SPILE-EC2-023 is evaluated
    Then the verdict for aws_instance.web is not applicable
