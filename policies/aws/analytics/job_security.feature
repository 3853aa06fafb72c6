Feature: Crawlers, endpoints and jobs have a security configuration

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

  Scenario: A job
    When the policy SPILE-GLUE-003 is evaluated
    Then the verdict for Load is pass

  Scenario: A crawler
    When the policy SPILE-GLUE-003 is evaluated
    Then the verdict for Crawl is pass

  Scenario: An endpoint
    When the policy SPILE-GLUE-003 is evaluated
    Then the verdict for Shell is pass

  Scenario: A crawler without
    Given `Crawl.Properties.CrawlerSecurityConfiguration` is removed
    When the policy SPILE-GLUE-003 is evaluated
    Then the verdict for Crawl is fail

  Scenario: An endpoint without
    Given `Shell.Properties.SecurityConfiguration` is removed
    When the policy SPILE-GLUE-003 is evaluated
    Then the verdict for Shell is fail

  Scenario: The finding says what is wrong, and where
    Given `Load.Properties.SecurityConfiguration` is removed
    When the policy SPILE-GLUE-003 is evaluated
    Then the finding for Load is at `Load.Properties`
    And the message for Load is "nothing says how Load encrypts what it writes"
    And the severity for Load is medium
    And Load passes once `Load.Properties.SecurityConfiguration` is set to `!Ref Shield`

  Scenario: Nobody can tell
    Given `Load.Properties` is unknown
    When the policy SPILE-GLUE-003 is evaluated
    Then the verdict for Load is unknown

  Scenario: A template without work for Glue
    Given `Load.Type` is set to `AWS::SNS::Topic`
    And `Crawl.Type` is set to `AWS::SNS::Topic`
    And `Shell.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-GLUE-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_glue_job.j:
        name: j
        security_configuration: !ref aws_glue_security_configuration.s.name
      aws_glue_security_configuration.s:
        name: s
      """
    When the policy SPILE-GLUE-003 is evaluated
    Then the verdict for aws_glue_job.j is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_glue_job.j:
        name: j
      """
    When the policy SPILE-GLUE-003 is evaluated
    Then the verdict for aws_glue_job.j is fail
