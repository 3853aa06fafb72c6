Feature: Models cannot call out

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
    Given `Brain.Properties.EnableNetworkIsolation` is set to `<value>`
    When the policy SPILE-SAGE-007 is evaluated
    Then the verdict for Brain is <verdict>

    Examples:
      | case         | value | verdict |
      | isolated     | true  | pass    |
      | not isolated | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Brain.Properties.EnableNetworkIsolation` is set to `false`
    When the policy SPILE-SAGE-007 is evaluated
    Then the finding for Brain is at `Brain.Properties.EnableNetworkIsolation`
    And the message for Brain is "the container of Brain may send what it sees anywhere"
    And the severity for Brain is medium
    And Brain passes once `Brain.Properties.EnableNetworkIsolation` is set to `true`

  Scenario: Not to say it is not to isolate
    Given `Brain.Properties.EnableNetworkIsolation` is removed
    When the policy SPILE-SAGE-007 is evaluated
    Then the verdict for Brain is fail

  Scenario: Nobody can tell
    Given `Brain.Properties.EnableNetworkIsolation` is unknown
    When the policy SPILE-SAGE-007 is evaluated
    Then the verdict for Brain is unknown

  Scenario: A template without models
    Given `Brain.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SAGE-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sagemaker_model.m:
        name: m
        enable_network_isolation: true
      """
    When the policy SPILE-SAGE-007 is evaluated
    Then the verdict for aws_sagemaker_model.m is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sagemaker_model.m:
        name: m
        enable_network_isolation: false
      """
    When the policy SPILE-SAGE-007 is evaluated
    Then the verdict for aws_sagemaker_model.m is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_sagemaker_model.m:
        name: m
        enable_network_isolation: !unknown
      """
    When the policy SPILE-SAGE-007 is evaluated
    Then the verdict for aws_sagemaker_model.m is unknown
