Feature: Notebooks lie inside a virtual network

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

  Scenario: A subnet
    When the policy SPILE-SAGE-004 is evaluated
    Then the verdict for Book is pass

  Scenario: The finding says what is wrong, and where
    Given `Book.Properties.SubnetId` is removed
    When the policy SPILE-SAGE-004 is evaluated
    Then the finding for Book is at `Book.Properties`
    And the message for Book is "Book is not attached to a subnet: its traffic cannot be filtered or recorded"
    And the severity for Book is medium
    And Book passes once `Book.Properties.SubnetId` is set to `subnet-1`

  Scenario: Nobody can tell
    Given `Book.Properties` is unknown
    When the policy SPILE-SAGE-004 is evaluated
    Then the verdict for Book is unknown

  Scenario: A template without notebooks
    Given `Book.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SAGE-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sagemaker_notebook_instance.n:
        name: n
        subnet_id: subnet-1
      """
    When the policy SPILE-SAGE-004 is evaluated
    Then the verdict for aws_sagemaker_notebook_instance.n is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sagemaker_notebook_instance.n:
        name: n
      """
    When the policy SPILE-SAGE-004 is evaluated
    Then the verdict for aws_sagemaker_notebook_instance.n is fail
