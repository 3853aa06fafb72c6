Feature: Repositories name the key that encrypts their images

  Background:
    Given the template:
      """yaml
      Resources:
        Images:
          Type: AWS::ECR::Repository
          Properties:
            ImageTagMutability: IMMUTABLE
            ImageScanningConfiguration:
              ScanOnPush: true
            EncryptionConfiguration:
              EncryptionType: KMS
            RepositoryPolicyText:
              Statement:
                - Effect: Allow
                  Principal: {AWS: "123456789012"}
                  Action: ecr:BatchGetImage
      """

  Scenario Outline: <case>
    Given `Images.Properties.EncryptionConfiguration` is set to `<value>`
    When the policy SPILE-ECR-005 is evaluated
    Then the verdict for Images is <verdict>

    Examples:
      | case                | value                                            | verdict |
      | named               | {EncryptionType: KMS, KmsKey: alias/images}      | pass    |
      | two layers          | {EncryptionType: KMS_DSSE, KmsKey: alias/images} | pass    |
      | nothing in quotes   | {EncryptionType: KMS, KmsKey: ""}                | fail    |
      | named, but not used | {EncryptionType: AES256, KmsKey: alias/images}   | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Images.Properties.EncryptionConfiguration` is set to `{EncryptionType: KMS}`
    When the policy SPILE-ECR-005 is evaluated
    Then the finding for Images is at `Images.Properties.EncryptionConfiguration`
    And the message for Images is "Images is encrypted by a key whose policy the account does not decide"
    And the severity for Images is low
    And Images passes once `Images.Properties.EncryptionConfiguration.KmsKey` is set to `alias/images`

  Scenario: Nothing is said
    Given `Images.Properties.EncryptionConfiguration` is removed
    When the policy SPILE-ECR-005 is evaluated
    Then the verdict for Images is fail

  Scenario: Nobody can tell
    Given `Images.Properties.EncryptionConfiguration` is unknown
    When the policy SPILE-ECR-005 is evaluated
    Then the verdict for Images is unknown

  Scenario: The key may not be used
    Given `Images.Properties.EncryptionConfiguration` is set to `{EncryptionType: KMS, KmsKey: alias/images}`
    And `Images.Properties.EncryptionConfiguration.EncryptionType` is unknown
    When the policy SPILE-ECR-005 is evaluated
    Then the verdict for Images is unknown

  Scenario: A template without repositories
    Given `Images.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECR-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
        encryption_configuration: [{encryption_type: KMS, kms_key: !ref aws_kms_key.own.arn }]
      aws_kms_key.own: {}
      """
    When the policy SPILE-ECR-005 is evaluated
    Then the verdict for aws_ecr_repository.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
        encryption_configuration: [{encryption_type: KMS}]
      """
    When the policy SPILE-ECR-005 is evaluated
    Then the verdict for aws_ecr_repository.shop is fail
