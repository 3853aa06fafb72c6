Feature: Jobs that watch the quality of data encrypt what their machines tell each other

  Background:
    Given the template:
      """yaml
      Resources:
        Ask:
          Type: AWS::SageMaker::EndpointConfig
          Properties:
            KmsKeyId: alias/learn
            ProductionVariants: []
        Book:
          Type: AWS::SageMaker::NotebookInstance
          Properties:
            InstanceType: ml.t3.medium
            RoleArn: arn:aws:iam::123456789012:role/learn
            KmsKeyId: alias/learn
            DirectInternetAccess: Disabled
            SubnetId: subnet-1
            InstanceMetadataServiceConfiguration:
              MinimumInstanceMetadataServiceVersion: "2"
        Studio:
          Type: AWS::SageMaker::Domain
          Properties:
            AuthMode: IAM
            DomainName: studio
            KmsKeyId: alias/learn
        Brain:
          Type: AWS::SageMaker::Model
          Properties:
            EnableNetworkIsolation: true
        Watch:
          Type: AWS::SageMaker::DataQualityJobDefinition
          Properties:
            RoleArn: arn:aws:iam::123456789012:role/learn
            DataQualityJobOutputConfig:
              KmsKeyId: alias/learn
              MonitoringOutputs: []
            JobResources:
              ClusterConfig: {InstanceCount: 1, InstanceType: ml.m5.large, VolumeSizeInGB: 20, VolumeKmsKeyId: alias/learn}
            NetworkConfig:
              EnableInterContainerTrafficEncryption: true
      """

  Scenario Outline: <case>
    Given `Watch.Properties.NetworkConfig.EnableInterContainerTrafficEncryption` is set to `<value>`
    When the policy SPILE-SAGE-010 is evaluated
    Then the verdict for Watch is <verdict>

    Examples:
      | case          | value | verdict |
      | encrypted     | true  | pass    |
      | in clear text | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Watch.Properties.NetworkConfig.EnableInterContainerTrafficEncryption` is set to `false`
    When the policy SPILE-SAGE-010 is evaluated
    Then the finding for Watch is at `Watch.Properties.NetworkConfig.EnableInterContainerTrafficEncryption`
    And the message for Watch is "the machines of Watch talk to each other in clear text"
    And the severity for Watch is medium
    And Watch passes once `Watch.Properties.NetworkConfig.EnableInterContainerTrafficEncryption` is set to `true`

  Scenario: Nobody can tell
    Given `Watch.Properties.NetworkConfig.EnableInterContainerTrafficEncryption` is unknown
    When the policy SPILE-SAGE-010 is evaluated
    Then the verdict for Watch is unknown

  Scenario: Nothing is said of the network
    Given `Watch.Properties.NetworkConfig` is removed
    When the policy SPILE-SAGE-010 is evaluated
    Then the verdict for Watch is fail

  Scenario: A template without such jobs
    Given `Watch.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SAGE-010 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sagemaker_data_quality_job_definition.q:
        name: q
        network_config: [{enable_inter_container_traffic_encryption: true}]
      """
    When the policy SPILE-SAGE-010 is evaluated
    Then the verdict for aws_sagemaker_data_quality_job_definition.q is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sagemaker_data_quality_job_definition.q:
        name: q
      """
    When the policy SPILE-SAGE-010 is evaluated
    Then the verdict for aws_sagemaker_data_quality_job_definition.q is fail
