Feature: Security configurations of jobs encrypt everything that jobs write

  Background:
    Given the template:
      """yaml
      Resources:
        Desk:
          Type: AWS::Athena::WorkGroup
          Properties:
            Name: desk
            WorkGroupConfiguration:
              EnforceWorkGroupConfiguration: true
              ResultConfiguration:
                EncryptionConfiguration: {EncryptionOption: SSE_KMS, KmsKey: alias/desk}
        Catalog:
          Type: AWS::Glue::DataCatalogEncryptionSettings
          Properties:
            CatalogId: !Ref AWS::AccountId
            DataCatalogEncryptionSettings:
              EncryptionAtRest: {CatalogEncryptionMode: SSE-KMS}
              ConnectionPasswordEncryption: {ReturnConnectionPasswordEncrypted: true}
        Shield:
          Type: AWS::Glue::SecurityConfiguration
          Properties:
            Name: rules
            EncryptionConfiguration:
              CloudWatchEncryption: {CloudWatchEncryptionMode: SSE-KMS}
              JobBookmarksEncryption: {JobBookmarksEncryptionMode: CSE-KMS}
              S3Encryptions: [{S3EncryptionMode: SSE-KMS}]
        Crawl:
          Type: AWS::Glue::Crawler
          Properties:
            Role: glue
            Targets: {}
            CrawlerSecurityConfiguration: !Ref Shield
        Load:
          Type: AWS::Glue::Job
          Properties:
            Role: glue
            Command: {Name: glueetl}
            SecurityConfiguration: !Ref Shield
        Shell:
          Type: AWS::Glue::DevEndpoint
          Properties:
            RoleArn: arn:aws:iam::123456789012:role/glue
            SecurityConfiguration: !Ref Shield
        Help:
          Type: AWS::Kendra::Index
          Properties:
            Edition: DEVELOPER_EDITION
            Name: help
            RoleArn: arn:aws:iam::123456789012:role/kendra
            ServerSideEncryptionConfiguration: {KmsKeyId: alias/learn}
        Book:
          Type: AWS::QLDB::Ledger
          Properties:
            PermissionsMode: STANDARD
            DeletionProtection: true
      """

  Scenario: Everything
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for Shield is pass

  Scenario Outline: <case>
    Given `Shield.Properties.EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode` is set to `<value>`
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for Shield is <verdict>

    Examples:
      | case         | value    | verdict |
      | not the logs | DISABLED | fail    |

  Scenario Outline: <case>
    Given `Shield.Properties.EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode` is set to `<value>`
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for Shield is <verdict>

    Examples:
      | case              | value    | verdict |
      | not the bookmarks | DISABLED | fail    |

  Scenario Outline: <case>
    Given `Shield.Properties.EncryptionConfiguration.S3Encryptions` is set to `<value>`
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for Shield is <verdict>

    Examples:
      | case                    | value                                                      | verdict |
      | not the objects         | [{S3EncryptionMode: DISABLED}]                             | fail    |
      | nothing said of objects | []                                                         | fail    |
      | one way of two          | [{S3EncryptionMode: DISABLED}, {S3EncryptionMode: SSE-S3}] | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Shield.Properties.EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode` is set to `DISABLED`
    When the policy SPILE-GLUE-002 is evaluated
    Then the finding for Shield is at `Shield.Properties.EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode`
    And the message for Shield is "Shield leaves the logs of jobs unencrypted"
    And the severity for Shield is high
    And Shield passes once `Shield.Properties.EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode` is set to `SSE-KMS`

  Scenario: Nothing is said of logs
    Given `Shield.Properties.EncryptionConfiguration.CloudWatchEncryption` is removed
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for Shield is fail

  Scenario: Nobody can tell
    Given `Shield.Properties.EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode` is unknown
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for Shield is unknown

  Scenario: Bookmarks may be in clear text
    Given `Shield.Properties.EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode` is unknown
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for Shield is unknown

  Scenario: Objects may be in clear text
    Given `Shield.Properties.EncryptionConfiguration.S3Encryptions[0].S3EncryptionMode` is unknown
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for Shield is unknown

  Scenario: A template without security configurations
    Given `Shield.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-GLUE-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_glue_security_configuration.s:
        name: s
        encryption_configuration:
          - cloudwatch_encryption: [{cloudwatch_encryption_mode: SSE-KMS}]
            job_bookmarks_encryption: [{job_bookmarks_encryption_mode: CSE-KMS}]
            s3_encryption: [{s3_encryption_mode: SSE-KMS}]
      """
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for aws_glue_security_configuration.s is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_glue_security_configuration.s:
        name: s
        encryption_configuration:
          - cloudwatch_encryption: [{cloudwatch_encryption_mode: SSE-KMS}]
            job_bookmarks_encryption: [{job_bookmarks_encryption_mode: CSE-KMS}]
            s3_encryption: [{s3_encryption_mode: DISABLED}]
      """
    When the policy SPILE-GLUE-002 is evaluated
    Then the verdict for aws_glue_security_configuration.s is fail
