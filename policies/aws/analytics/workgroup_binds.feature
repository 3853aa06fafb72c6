Feature: Work groups bind the people who query

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
    Given `Desk.Properties.WorkGroupConfiguration.EnforceWorkGroupConfiguration` is set to `<value>`
    When the policy SPILE-ATH-001 is evaluated
    Then the verdict for Desk is <verdict>

    Examples:
      | case        | value | verdict |
      | binding     | true  | pass    |
      | not binding | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Desk.Properties.WorkGroupConfiguration.EnforceWorkGroupConfiguration` is set to `false`
    When the policy SPILE-ATH-001 is evaluated
    Then the finding for Desk is at `Desk.Properties.WorkGroupConfiguration.EnforceWorkGroupConfiguration`
    And the message for Desk is "whoever queries in Desk may choose another place for the results, or none of its encryption"
    And the severity for Desk is medium
    And Desk passes once `Desk.Properties.WorkGroupConfiguration.EnforceWorkGroupConfiguration` is set to `true`

  Scenario: Not to say it is not to bind
    Given `Desk.Properties.WorkGroupConfiguration.EnforceWorkGroupConfiguration` is removed
    When the policy SPILE-ATH-001 is evaluated
    Then the verdict for Desk is fail

  Scenario: Nobody can tell
    Given `Desk.Properties.WorkGroupConfiguration.EnforceWorkGroupConfiguration` is unknown
    When the policy SPILE-ATH-001 is evaluated
    Then the verdict for Desk is unknown

  Scenario: A template without work groups
    Given `Desk.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ATH-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_athena_workgroup.w:
        name: w
        configuration: [{enforce_workgroup_configuration: true}]
      """
    When the policy SPILE-ATH-001 is evaluated
    Then the verdict for aws_athena_workgroup.w is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_athena_workgroup.w:
        name: w
        configuration: [{enforce_workgroup_configuration: false}]
      """
    When the policy SPILE-ATH-001 is evaluated
    Then the verdict for aws_athena_workgroup.w is fail
