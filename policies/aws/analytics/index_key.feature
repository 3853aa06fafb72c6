Feature: Search indexes name the key that encrypts them

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
    Given `Help.Properties.ServerSideEncryptionConfiguration.KmsKeyId` is set to `<value>`
    When the policy SPILE-KEN-001 is evaluated
    Then the verdict for Help is <verdict>

    Examples:
      | case              | value                                       | verdict |
      | named             | alias/learn                                 | pass    |
      | by ARN            | arn:aws:kms:eu-west-1:123456789012:key/aaaa | pass    |
      | nothing in quotes | ""                                          | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Help.Properties.ServerSideEncryptionConfiguration.KmsKeyId` is removed
    When the policy SPILE-KEN-001 is evaluated
    Then the finding for Help is at `Help.Properties.ServerSideEncryptionConfiguration`
    And the message for Help is "Help is encrypted by a key whose policy the account does not decide"
    And the severity for Help is low
    And Help passes once `Help.Properties.ServerSideEncryptionConfiguration.KmsKeyId` is set to `alias/learn`

  Scenario: Nobody can tell
    Given `Help.Properties.ServerSideEncryptionConfiguration` is unknown
    When the policy SPILE-KEN-001 is evaluated
    Then the verdict for Help is unknown

  Scenario: A template without indexes
    Given `Help.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-KEN-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_kendra_index.i:
        name: i
        server_side_encryption_configuration: [{kms_key_id: !ref aws_kms_key.own.arn }]
      aws_kms_key.own: {}
      """
    When the policy SPILE-KEN-001 is evaluated
    Then the verdict for aws_kendra_index.i is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_kendra_index.i:
        name: i
      """
    When the policy SPILE-KEN-001 is evaluated
    Then the verdict for aws_kendra_index.i is fail
