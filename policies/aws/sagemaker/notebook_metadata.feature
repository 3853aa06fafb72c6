Feature: Notebooks hand out credentials to callers with a token only

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
    Given `Book.Properties.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion` is set to `<value>`
    When the policy SPILE-SAGE-005 is evaluated
    Then the verdict for Book is <verdict>

    Examples:
      | case                      | value | verdict |
      | with a token              | "2"   | pass    |
      | with a token, as a number | 2     | pass    |
      | without                   | "1"   | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Book.Properties.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion` is set to `"1"`
    When the policy SPILE-SAGE-005 is evaluated
    Then the finding for Book is at `Book.Properties.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion`
    And the message for Book is "Book gives its credentials to whoever can make it send a request"
    And the severity for Book is medium
    And Book passes once `Book.Properties.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion` is set to `"2"`

  Scenario: Not to say it is to ask for none
    Given `Book.Properties.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion` is removed
    When the policy SPILE-SAGE-005 is evaluated
    Then the verdict for Book is fail

  Scenario: Nobody can tell
    Given `Book.Properties.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion` is unknown
    When the policy SPILE-SAGE-005 is evaluated
    Then the verdict for Book is unknown

  Scenario: A template without notebooks
    Given `Book.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SAGE-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sagemaker_notebook_instance.n:
        name: n
        instance_metadata_service_configuration: [{minimum_instance_metadata_service_version: "2"}]
      """
    When the policy SPILE-SAGE-005 is evaluated
    Then the verdict for aws_sagemaker_notebook_instance.n is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sagemaker_notebook_instance.n:
        name: n
      """
    When the policy SPILE-SAGE-005 is evaluated
    Then the verdict for aws_sagemaker_notebook_instance.n is fail
