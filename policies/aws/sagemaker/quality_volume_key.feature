Feature: Volumes of jobs that watch the quality of data are encrypted by a key of the account

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
    Given `Watch.Properties.JobResources.ClusterConfig.VolumeKmsKeyId` is set to `<value>`
    When the policy SPILE-SAGE-009 is evaluated
    Then the verdict for Watch is <verdict>

    Examples:
      | case              | value                                       | verdict |
      | named             | alias/learn                                 | pass    |
      | by ARN            | arn:aws:kms:eu-west-1:123456789012:key/aaaa | pass    |
      | nothing in quotes | ""                                          | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Watch.Properties.JobResources.ClusterConfig.VolumeKmsKeyId` is removed
    When the policy SPILE-SAGE-009 is evaluated
    Then the finding for Watch is at `Watch.Properties.JobResources.ClusterConfig`
    And the message for Watch is "the volumes of Watch are not encrypted by a key of the account"
    And the severity for Watch is medium
    And Watch passes once `Watch.Properties.JobResources.ClusterConfig.VolumeKmsKeyId` is set to `alias/learn`

  Scenario: Nobody can tell
    Given `Watch.Properties.JobResources.ClusterConfig` is unknown
    When the policy SPILE-SAGE-009 is evaluated
    Then the verdict for Watch is unknown

  Scenario: A template without such jobs
    Given `Watch.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SAGE-009 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sagemaker_data_quality_job_definition.q:
        name: q
        job_resources: [{cluster_config: [{volume_kms_key_id: !ref aws_kms_key.own.arn }]}]
      aws_kms_key.own: {}
      """
    When the policy SPILE-SAGE-009 is evaluated
    Then the verdict for aws_sagemaker_data_quality_job_definition.q is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sagemaker_data_quality_job_definition.q:
        name: q
        job_resources: [{cluster_config: [{instance_count: 1}]}]
      """
    When the policy SPILE-SAGE-009 is evaluated
    Then the verdict for aws_sagemaker_data_quality_job_definition.q is fail
