Feature: Results of queries are encrypted at rest

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
    Given `Desk.Properties.WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption` is set to `<value>`
    When the policy SPILE-ATH-002 is evaluated
    Then the verdict for Desk is <verdict>

    Examples:
      | case          | value   | verdict |
      | by a key      | SSE_KMS | pass    |
      | by the bucket | SSE_S3  | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Desk.Properties.WorkGroupConfiguration.ResultConfiguration` is removed
    When the policy SPILE-ATH-002 is evaluated
    Then the finding for Desk is at `Desk.Properties.WorkGroupConfiguration`
    And the message for Desk is "Desk does not state how the results of queries are encrypted"
    And the severity for Desk is high
    And Desk passes once `Desk.Properties.WorkGroupConfiguration.ResultConfiguration` is set to `{EncryptionConfiguration: {EncryptionOption: SSE_S3}}`

  Scenario: Nobody can tell
    Given `Desk.Properties.WorkGroupConfiguration.ResultConfiguration` is unknown
    When the policy SPILE-ATH-002 is evaluated
    Then the verdict for Desk is unknown

  Scenario: A template without work groups
    Given `Desk.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ATH-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_athena_workgroup.w:
        name: w
        configuration: [{result_configuration: [{encryption_configuration: [{encryption_option: SSE_KMS}]}]}]
      """
    When the policy SPILE-ATH-002 is evaluated
    Then the verdict for aws_athena_workgroup.w is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_athena_workgroup.w:
        name: w
      """
    When the policy SPILE-ATH-002 is evaluated
    Then the verdict for aws_athena_workgroup.w is fail
