Feature: Ledgers decide by table and command who may do what

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
    Given `Book.Properties.PermissionsMode` is set to `<value>`
    When the policy SPILE-QLDB-002 is evaluated
    Then the verdict for Book is <verdict>

    Examples:
      | case           | value     | verdict |
      | by table       | STANDARD  | pass    |
      | all or nothing | ALLOW_ALL | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Book.Properties.PermissionsMode` is set to `ALLOW_ALL`
    When the policy SPILE-QLDB-002 is evaluated
    Then the finding for Book is at `Book.Properties.PermissionsMode`
    And the message for Book is "whoever may send commands to Book may do everything in it"
    And the severity for Book is high
    And Book passes once `Book.Properties.PermissionsMode` is set to `STANDARD`

  Scenario: Nobody can tell
    Given `Book.Properties.PermissionsMode` is unknown
    When the policy SPILE-QLDB-002 is evaluated
    Then the verdict for Book is unknown

  Scenario: A template without ledgers
    Given `Book.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-QLDB-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_qldb_ledger.l:
        name: l
        permissions_mode: STANDARD
      """
    When the policy SPILE-QLDB-002 is evaluated
    Then the verdict for aws_qldb_ledger.l is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_qldb_ledger.l:
        name: l
        permissions_mode: ALLOW_ALL
      """
    When the policy SPILE-QLDB-002 is evaluated
    Then the verdict for aws_qldb_ledger.l is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_qldb_ledger.l:
        name: l
        permissions_mode: !unknown
      """
    When the policy SPILE-QLDB-002 is evaluated
    Then the verdict for aws_qldb_ledger.l is unknown
