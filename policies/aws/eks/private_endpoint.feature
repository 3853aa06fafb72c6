Feature: The API of a cluster does not answer the internet

  Background:
    Given the template:
      """yaml
      Resources:
        Fleet:
          Type: AWS::EKS::Cluster
          Properties:
            RoleArn: arn:aws:iam::123456789012:role/eks
            EncryptionConfig:
              - Provider: {KeyArn: arn:aws:kms:eu-west-1:123456789012:key/aaaa}
                Resources: [secrets]
            ResourcesVpcConfig:
              SubnetIds: [subnet-1]
              EndpointPublicAccess: true
              PublicAccessCidrs: [198.51.100.0/24]
            Logging:
              ClusterLogging:
                EnabledTypes:
                  - Type: api
                  - Type: audit
                  - Type: authenticator
                  - Type: controllerManager
                  - Type: scheduler
      """

  Scenario Outline: <case>
    Given `Fleet.Properties.ResourcesVpcConfig.EndpointPublicAccess` is set to `<value>`
    When the policy SPILE-EKS-002 is evaluated
    Then the verdict for Fleet is <verdict>

    Examples:
      | case               | value   | verdict |
      | private            | false   | pass    |
      | private, as a text | "false" | pass    |
      | public             | true    | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Fleet.Properties.ResourcesVpcConfig.EndpointPublicAccess` is set to `true`
    When the policy SPILE-EKS-002 is evaluated
    Then the finding for Fleet is at `Fleet.Properties.ResourcesVpcConfig.EndpointPublicAccess`
    And the message for Fleet is "the API of Fleet answers the internet"
    And the severity for Fleet is high
    And Fleet passes once `Fleet.Properties.ResourcesVpcConfig.EndpointPublicAccess` is set to `false`

  Scenario: Not to say it is to be public
    Given `Fleet.Properties.ResourcesVpcConfig.EndpointPublicAccess` is removed
    When the policy SPILE-EKS-002 is evaluated
    Then the verdict for Fleet is fail

  Scenario: Nobody can tell
    Given `Fleet.Properties.ResourcesVpcConfig.EndpointPublicAccess` is unknown
    When the policy SPILE-EKS-002 is evaluated
    Then the verdict for Fleet is unknown

  Scenario: A template without clusters
    Given `Fleet.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-EKS-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        vpc_config: [{endpoint_public_access: false}]
      """
    When the policy SPILE-EKS-002 is evaluated
    Then the verdict for aws_eks_cluster.k is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        vpc_config: [{subnet_ids: [subnet-1]}]
      """
    When the policy SPILE-EKS-002 is evaluated
    Then the verdict for aws_eks_cluster.k is fail
