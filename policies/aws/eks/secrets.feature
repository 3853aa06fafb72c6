Feature: Secrets of clusters are encrypted by a key of the account

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
    Given `Fleet.Properties.EncryptionConfig` is set to `<value>`
    When the policy SPILE-EKS-006 is evaluated
    Then the verdict for Fleet is <verdict>

    Examples:
      | case           | value                                                                                     | verdict |
      | secrets        | [{Provider: {KeyArn: arn:aws:kms:eu-west-1:123456789012:key/aaaa}, Resources: [secrets]}] | pass    |
      | something else | [{Provider: {KeyArn: arn:aws:kms:eu-west-1:123456789012:key/aaaa}, Resources: [volumes]}] | fail    |
      | one of two     | [{Resources: [volumes]}, {Resources: [secrets]}]                                          | pass    |
      | nothing        | []                                                                                        | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Fleet.Properties.EncryptionConfig` is removed
    When the policy SPILE-EKS-006 is evaluated
    Then the finding for Fleet is at `Fleet.Properties`
    And the message for Fleet is "the secrets of Fleet are not encrypted by a key of the account"
    And the severity for Fleet is high
    And Fleet passes once `Fleet.Properties.EncryptionConfig` is set to `[{Provider: {KeyArn: arn:aws:kms:eu-west-1:123456789012:key/aaaa}, Resources: [secrets]}]`

  Scenario: Nobody can tell
    Given `Fleet.Properties.EncryptionConfig[0].Resources[0]` is unknown
    When the policy SPILE-EKS-006 is evaluated
    Then the verdict for Fleet is unknown

  Scenario: A template without clusters
    Given `Fleet.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-EKS-006 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        encryption_config: [{resources: [secrets], provider: [{key_arn: !ref aws_kms_key.own.arn }]}]
      aws_kms_key.own: {}
      """
    When the policy SPILE-EKS-006 is evaluated
    Then the verdict for aws_eks_cluster.k is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
      """
    When the policy SPILE-EKS-006 is evaluated
    Then the verdict for aws_eks_cluster.k is fail
