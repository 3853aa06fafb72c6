Feature: The control plane of a cluster logs everything that it can

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

  Scenario: All five
    When the policy SPILE-EKS-004 is evaluated
    Then the verdict for Fleet is pass

  Scenario Outline: <case>
    Given `Fleet.Properties.Logging.ClusterLogging.EnabledTypes` is set to `<value>`
    When the policy SPILE-EKS-004 is evaluated
    Then the verdict for Fleet is <verdict>

    Examples:
      | case                      | value                                                                                | verdict |
      | all but api               | [{Type: audit}, {Type: authenticator}, {Type: controllerManager}, {Type: scheduler}] | fail    |
      | all but audit             | [{Type: api}, {Type: authenticator}, {Type: controllerManager}, {Type: scheduler}]   | fail    |
      | all but authenticator     | [{Type: api}, {Type: audit}, {Type: controllerManager}, {Type: scheduler}]           | fail    |
      | all but controllerManager | [{Type: api}, {Type: audit}, {Type: authenticator}, {Type: scheduler}]               | fail    |
      | all but scheduler         | [{Type: api}, {Type: audit}, {Type: authenticator}, {Type: controllerManager}]       | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Fleet.Properties.Logging` is removed
    When the policy SPILE-EKS-004 is evaluated
    Then the finding for Fleet is at `Fleet.Properties`
    And the message for Fleet is "the control plane of Fleet does not log all of {api, audit, authenticator, controllerManager, scheduler}"
    And the severity for Fleet is medium
    And Fleet passes once `Fleet.Properties.Logging.ClusterLogging.EnabledTypes` is set to `[{Type: api}, {Type: audit}, {Type: authenticator}, {Type: controllerManager}, {Type: scheduler}]`

  Scenario: Nobody can tell
    Given `Fleet.Properties.Logging.ClusterLogging.EnabledTypes[0].Type` is unknown
    When the policy SPILE-EKS-004 is evaluated
    Then the verdict for Fleet is unknown

  Scenario: A template without clusters
    Given `Fleet.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-EKS-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        enabled_cluster_log_types: [api, audit, authenticator, controllerManager, scheduler]
      """
    When the policy SPILE-EKS-004 is evaluated
    Then the verdict for aws_eks_cluster.k is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        enabled_cluster_log_types: [api]
      """
    When the policy SPILE-EKS-004 is evaluated
    Then the verdict for aws_eks_cluster.k is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_eks_cluster.k:
        name: k
        enabled_cluster_log_types: !unknown
      """
    When the policy SPILE-EKS-004 is evaluated
    Then the verdict for aws_eks_cluster.k is unknown
