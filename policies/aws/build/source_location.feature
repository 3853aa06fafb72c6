Feature: Addresses of sources carry no credentials

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
    Given `Make.Properties.Source.Location` is set to `<value>`
    When the policy SPILE-CB-003 is evaluated
    Then the verdict for Make is <verdict>

    Examples:
      | case              | value                                             | verdict |
      | an address        | "https://github.example/shop/web.git"             | pass    |
      | user and password | "https://shop:secret@github.example/shop/web.git" | fail    |
      | a token           | "https://token@github.example/shop/web.git"       | fail    |
      | an address of SSH | "git@github.example:shop/web.git"                 | pass    |

  Scenario Outline: <case>
    Given `Make.Properties.SecondarySources[0].Location` is set to `<value>`
    When the policy SPILE-CB-003 is evaluated
    Then the verdict for Make is <verdict>

    Examples:
      | case                            | value                                              | verdict |
      | further sources with a password | "https://shop:secret@github.example/shop/docs.git" | fail    |

  Scenario: A source without an address
    Given `Make.Properties.Source` is set to `{Type: CODEPIPELINE}`
    When the policy SPILE-CB-003 is evaluated
    Then the verdict for Make is pass

  Scenario: The finding says what is wrong, and where
    Given `Make.Properties.Source.Location` is set to `"https://shop:secret@github.example/shop/web.git"`
    When the policy SPILE-CB-003 is evaluated
    Then the finding for Make is at `Make.Properties.Source.Location`
    And the message for Make is "whoever may see Make can read the credentials in the address of its source"
    And the severity for Make is critical
    And Make passes once `Make.Properties.Source.Location` is set to `"https://github.example/shop/web.git"`

  Scenario: Nobody can tell
    Given `Make.Properties.Source.Location` is unknown
    When the policy SPILE-CB-003 is evaluated
    Then the verdict for Make is unknown

  Scenario: Nothing is known of the source
    Given `Make.Properties.Source` is unknown
    When the policy SPILE-CB-003 is evaluated
    Then the verdict for Make is unknown

  Scenario: A template without projects
    Given `Make.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CB-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_codebuild_project.p:
        name: p
        source: [{type: GITHUB, location: "https://git.example/shop.git"}]
      """
    When the policy SPILE-CB-003 is evaluated
    Then the verdict for aws_codebuild_project.p is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_codebuild_project.p:
        name: p
        source: [{type: GITHUB, location: "https://u:t@git.example/shop.git"}]
      """
    When the policy SPILE-CB-003 is evaluated
    Then the verdict for aws_codebuild_project.p is fail
