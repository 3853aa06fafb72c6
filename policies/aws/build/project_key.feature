Feature: Projects name the key that encrypts what they build

  Background:
    Given the template:
      """yaml
      Resources:
        Make:
          Type: AWS::CodeBuild::Project
          Properties:
            ServiceRole: arn:aws:iam::123456789012:role/make
            EncryptionKey: alias/make
            Artifacts: {Type: S3, Location: shelf}
            SecondaryArtifacts:
              - {ArtifactIdentifier: docs, Type: S3, Location: shelf}
            Environment: {ComputeType: BUILD_GENERAL1_SMALL, Image: "aws/codebuild/standard:7.0", Type: LINUX_CONTAINER}
            Source: {Type: GITHUB, Location: "https://github.example/shop/web.git"}
            SecondarySources:
              - {SourceIdentifier: docs, Type: GITHUB, Location: "https://github.example/shop/docs.git"}
      """

  Scenario Outline: <case>
    Given `Make.Properties.EncryptionKey` is set to `<value>`
    When the policy SPILE-CB-001 is evaluated
    Then the verdict for Make is <verdict>

    Examples:
      | case              | value      | verdict |
      | named             | alias/make | pass    |
      | nothing in quotes | ""         | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Make.Properties.EncryptionKey` is removed
    When the policy SPILE-CB-001 is evaluated
    Then the finding for Make is at `Make.Properties`
    And the message for Make is "Make encrypts what it builds by a key whose policy the account does not decide"
    And the severity for Make is low
    And Make passes once `Make.Properties.EncryptionKey` is set to `alias/make`

  Scenario: Nobody can tell
    Given `Make.Properties` is unknown
    When the policy SPILE-CB-001 is evaluated
    Then the verdict for Make is unknown

  Scenario: A template without projects
    Given `Make.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CB-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_codebuild_project.p:
        name: p
        encryption_key: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-CB-001 is evaluated
    Then the verdict for aws_codebuild_project.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_codebuild_project.p:
        name: p
      """
    When the policy SPILE-CB-001 is evaluated
    Then the verdict for aws_codebuild_project.p is fail
