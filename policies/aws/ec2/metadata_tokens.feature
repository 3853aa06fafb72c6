Feature: Launch templates and configurations demand session tokens of who asks for metadata
  The metadata service tells a machine the credentials of its role. Version 1 tells them to every request, also to
  one that a program was tricked into; version 2 wants a token first.

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

  Scenario: Tokens are required
    When the policy SPILE-EC2-022 is evaluated
    Then the verdict for Plan is pass
    And the verdict for Old is pass

  Scenario Outline: Tokens are optional, or not mentioned
    Given `<options>` is <edit>
    When the policy SPILE-EC2-022 is evaluated
    Then the verdict for <who> is fail
    And the severity for <who> is high
    And the message for <who> is "machines of <who> tell their credentials to whoever can make them send a request (IMDSv1)"
    And <who> passes once `<options>.HttpTokens` is set to `required`

    Examples:
      | who  | options                                            | edit                            |
      | Plan | Plan.Properties.LaunchTemplateData.MetadataOptions | set to `{HttpTokens: optional}` |
      | Plan | Plan.Properties.LaunchTemplateData.MetadataOptions | removed                         |
      | Old  | Old.Properties.MetadataOptions                     | set to `{HttpTokens: optional}` |
      | Old  | Old.Properties.MetadataOptions                     | removed                         |

  Scenario: The place is what was written
    Given `Plan.Properties.LaunchTemplateData.MetadataOptions.HttpTokens` is set to `optional`
    When the policy SPILE-EC2-022 is evaluated
    Then the finding for Plan is at `Plan.Properties.LaunchTemplateData.MetadataOptions.HttpTokens`

  Scenario Outline: A service that is switched off tells nothing
    Given `<options>` is set to `{HttpEndpoint: disabled}`
    When the policy SPILE-EC2-022 is evaluated
    Then the verdict for <who> is pass

    Examples:
      | who  | options                                            |
      | Plan | Plan.Properties.LaunchTemplateData.MetadataOptions |
      | Old  | Old.Properties.MetadataOptions                     |

  Scenario: Somebody decides when the stack is made
    Given `Plan.Properties.LaunchTemplateData.MetadataOptions.HttpTokens` is unknown
    When the policy SPILE-EC2-022 is evaluated
    Then the verdict for Plan is unknown

  Scenario: A template without either
    Given `Plan` is removed
    And `Old` is removed
    When the policy SPILE-EC2-022 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_launch_template.t:
        name: t
        metadata_options: [{http_tokens: required}]
      """
    When the policy SPILE-EC2-022 is evaluated
    Then the verdict for aws_launch_template.t is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_launch_template.t:
        name: t
      """
    When the policy SPILE-EC2-022 is evaluated
    Then the verdict for aws_launch_template.t is fail
