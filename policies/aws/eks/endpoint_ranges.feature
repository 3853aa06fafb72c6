Feature: The API of a cluster answers named addresses at most

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
    Given `Fleet.Properties.ResourcesVpcConfig.PublicAccessCidrs` is set to `<value>`
    When the policy SPILE-EKS-003 is evaluated
    Then the verdict for Fleet is <verdict>

    Examples:
      | case                    | value                             | verdict |
      | an office               | [198.51.100.0/24]                 | pass    |
      | two offices             | [198.51.100.0/24, 203.0.113.0/24] | pass    |
      | everybody               | [0.0.0.0/0]                       | fail    |
      | an office and everybody | [198.51.100.0/24, 0.0.0.0/0]      | fail    |

  Scenario: Not to say it is everybody
    Given `Fleet.Properties.ResourcesVpcConfig.PublicAccessCidrs` is removed
    When the policy SPILE-EKS-003 is evaluated
    Then the verdict for Fleet is fail

  Scenario: A private API
    Given `Fleet.Properties.ResourcesVpcConfig.EndpointPublicAccess` is set to `false`
    And `Fleet.Properties.ResourcesVpcConfig.PublicAccessCidrs` is removed
    When the policy SPILE-EKS-003 is evaluated
    Then the verdict for Fleet is not applicable

  Scenario: The finding says what is wrong, and where
    Given `Fleet.Properties.ResourcesVpcConfig.PublicAccessCidrs` is set to `[198.51.100.0/24, 0.0.0.0/0]`
    When the policy SPILE-EKS-003 is evaluated
    Then the finding for Fleet is at `Fleet.Properties.ResourcesVpcConfig.PublicAccessCidrs[1]`
    And the message for Fleet is "the API of Fleet answers every address of the internet"
    And the severity for Fleet is critical
    And Fleet passes once `Fleet.Properties.ResourcesVpcConfig.PublicAccessCidrs` is set to `[198.51.100.0/24]`

  Scenario: Nobody can tell
    Given `Fleet.Properties.ResourcesVpcConfig.PublicAccessCidrs[0]` is unknown
    When the policy SPILE-EKS-003 is evaluated
    Then the verdict for Fleet is unknown

  Scenario: It may be private
    Given `Fleet.Properties.ResourcesVpcConfig.PublicAccessCidrs` is set to `[0.0.0.0/0]`
    And `Fleet.Properties.ResourcesVpcConfig.EndpointPublicAccess` is unknown
    When the policy SPILE-EKS-003 is evaluated
    Then the verdict for Fleet is unknown

  Scenario: A template without clusters
    Given `Fleet.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-EKS-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        vpc_config: [{endpoint_public_access: true, public_access_cidrs: [203.0.113.0/24]}]
      """
    When the policy SPILE-EKS-003 is evaluated
    Then the verdict for aws_eks_cluster.k is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        vpc_config: [{endpoint_public_access: true}]
      """
    When the policy SPILE-EKS-003 is evaluated
    Then the verdict for aws_eks_cluster.k is fail

  Scenario: A plan of Terraform that it does not concern
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        vpc_config: [{endpoint_public_access: false}]
      """
    When the policy SPILE-EKS-003 is evaluated
    Then the verdict for aws_eks_cluster.k is not applicable
