Feature: Notebooks reach the internet by the virtual network only

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
    Given `Book.Properties.DirectInternetAccess` is set to `<value>`
    When the policy SPILE-SAGE-003 is evaluated
    Then the verdict for Book is <verdict>

    Examples:
      | case           | value    | verdict |
      | by the network | Disabled | pass    |
      | directly       | Enabled  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Book.Properties.DirectInternetAccess` is set to `Enabled`
    When the policy SPILE-SAGE-003 is evaluated
    Then the finding for Book is at `Book.Properties.DirectInternetAccess`
    And the message for Book is "Book has a way to the internet that no rule of the network filters"
    And the severity for Book is high
    And Book passes once `Book.Properties.DirectInternetAccess` is set to `Disabled`

  Scenario: Not to say it is to have a way of its own
    Given `Book.Properties.DirectInternetAccess` is removed
    When the policy SPILE-SAGE-003 is evaluated
    Then the verdict for Book is fail

  Scenario: Nobody can tell
    Given `Book.Properties.DirectInternetAccess` is unknown
    When the policy SPILE-SAGE-003 is evaluated
    Then the verdict for Book is unknown

  Scenario: A template without notebooks
    Given `Book.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SAGE-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_sagemaker_notebook_instance.n:
        name: n
        direct_internet_access: Disabled
      """
    When the policy SPILE-SAGE-003 is evaluated
    Then the verdict for aws_sagemaker_notebook_instance.n is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_sagemaker_notebook_instance.n:
        name: n
        direct_internet_access: Enabled
      """
    When the policy SPILE-SAGE-003 is evaluated
    Then the verdict for aws_sagemaker_notebook_instance.n is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_sagemaker_notebook_instance.n:
        name: n
        direct_internet_access: !unknown
      """
    When the policy SPILE-SAGE-003 is evaluated
    Then the verdict for aws_sagemaker_notebook_instance.n is unknown
