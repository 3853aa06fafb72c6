Feature: Projects encrypt what they build

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
    Given `Make.Properties.Artifacts` is set to `<value>`
    When the policy SPILE-CB-002 is evaluated
    Then the verdict for Make is <verdict>

    Examples:
      | case                       | value                                          | verdict |
      | encrypted                  | {Type: S3, Location: shelf}                    | pass    |
      | encrypted in so many words | {Type: S3, EncryptionDisabled: false}          | pass    |
      | in clear text              | {Type: S3, EncryptionDisabled: true}           | fail    |
      | the pipeline decides       | {Type: CODEPIPELINE, EncryptionDisabled: true} | pass    |
      | there are none             | {Type: NO_ARTIFACTS, EncryptionDisabled: true} | pass    |

  Scenario Outline: <case>
    Given `Make.Properties.SecondaryArtifacts[0].EncryptionDisabled` is set to `<value>`
    When the policy SPILE-CB-002 is evaluated
    Then the verdict for Make is <verdict>

    Examples:
      | case                       | value | verdict |
      | further ones in clear text | true  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Make.Properties.SecondaryArtifacts[0].EncryptionDisabled` is set to `true`
    When the policy SPILE-CB-002 is evaluated
    Then the finding for Make is at `Make.Properties.SecondaryArtifacts[0].EncryptionDisabled`
    And the message for Make is "Make leaves unencrypted what it builds"
    And the severity for Make is high
    And Make passes once `Make.Properties.SecondaryArtifacts[0].EncryptionDisabled` is set to `false`

  Scenario: Nobody can tell
    Given `Make.Properties.Artifacts.EncryptionDisabled` is unknown
    When the policy SPILE-CB-002 is evaluated
    Then the verdict for Make is unknown

  Scenario: There may be none
    Given `Make.Properties.Artifacts.EncryptionDisabled` is set to `true`
    And `Make.Properties.Artifacts.Type` is unknown
    When the policy SPILE-CB-002 is evaluated
    Then the verdict for Make is unknown

  Scenario: A template without projects
    Given `Make.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CB-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_codebuild_project.p:
        name: p
        artifacts: [{type: S3, location: b}]
      """
    When the policy SPILE-CB-002 is evaluated
    Then the verdict for aws_codebuild_project.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_codebuild_project.p:
        name: p
        artifacts: [{type: S3, location: b, encryption_disabled: true}]
      """
    When the policy SPILE-CB-002 is evaluated
    Then the verdict for aws_codebuild_project.p is fail
