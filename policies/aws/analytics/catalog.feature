Feature: The data catalog is encrypted, and the passwords in it once more

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

  Scenario Outline: <case>
    Given `Catalog.Properties.DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode` is set to `<value>`
    When the policy SPILE-GLUE-001 is evaluated
    Then the verdict for Catalog is <verdict>

    Examples:
      | case                  | value                     | verdict |
      | by a key              | SSE-KMS                   | pass    |
      | by a key, with a role | SSE-KMS-WITH-SERVICE-ROLE | pass    |
      | not                   | DISABLED                  | fail    |

  Scenario Outline: <case>
    Given `Catalog.Properties.DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted` is set to `<value>`
    When the policy SPILE-GLUE-001 is evaluated
    Then the verdict for Catalog is <verdict>

    Examples:
      | case                    | value | verdict |
      | passwords, too          | true  | pass    |
      | passwords in clear text | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Catalog.Properties.DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode` is set to `DISABLED`
    When the policy SPILE-GLUE-001 is evaluated
    Then the finding for Catalog is at `Catalog.Properties.DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode`
    And the message for Catalog is "Catalog leaves the data catalog unencrypted"
    And the severity for Catalog is high
    And Catalog passes once `Catalog.Properties.DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode` is set to `SSE-KMS`

  Scenario: Nothing is said of passwords
    Given `Catalog.Properties.DataCatalogEncryptionSettings.ConnectionPasswordEncryption` is removed
    When the policy SPILE-GLUE-001 is evaluated
    Then the verdict for Catalog is fail

  Scenario: Nothing is said of the catalog
    Given `Catalog.Properties.DataCatalogEncryptionSettings.EncryptionAtRest` is removed
    When the policy SPILE-GLUE-001 is evaluated
    Then the verdict for Catalog is fail

  Scenario: Nobody can tell
    Given `Catalog.Properties.DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode` is unknown
    When the policy SPILE-GLUE-001 is evaluated
    Then the verdict for Catalog is unknown

  Scenario: Passwords may be given back in clear text
    Given `Catalog.Properties.DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted` is unknown
    When the policy SPILE-GLUE-001 is evaluated
    Then the verdict for Catalog is unknown

  Scenario: A template without settings of the catalog
    Given `Catalog.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-GLUE-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_glue_data_catalog_encryption_settings.c:
        data_catalog_encryption_settings: [{encryption_at_rest: [{catalog_encryption_mode: SSE-KMS}], connection_password_encryption: [{return_connection_password_encrypted: true}]}]
      """
    When the policy SPILE-GLUE-001 is evaluated
    Then the verdict for aws_glue_data_catalog_encryption_settings.c is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_glue_data_catalog_encryption_settings.c:
        data_catalog_encryption_settings: [{encryption_at_rest: [{catalog_encryption_mode: DISABLED}], connection_password_encryption: [{return_connection_password_encrypted: true}]}]
      """
    When the policy SPILE-GLUE-001 is evaluated
    Then the verdict for aws_glue_data_catalog_encryption_settings.c is fail
