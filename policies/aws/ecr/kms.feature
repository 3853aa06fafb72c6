Feature: Images are encrypted by a key of KMS

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
    Given `Images.Properties.EncryptionConfiguration.EncryptionType` is set to `<value>`
    When the policy SPILE-ECR-004 is evaluated
    Then the verdict for Images is <verdict>

    Examples:
      | case                | value    | verdict |
      | a key               | KMS      | pass    |
      | two layers          | KMS_DSSE | pass    |
      | keys of the service | AES256   | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Images.Properties.EncryptionConfiguration.EncryptionType` is set to `AES256`
    When the policy SPILE-ECR-004 is evaluated
    Then the finding for Images is at `Images.Properties.EncryptionConfiguration.EncryptionType`
    And the message for Images is "Images is encrypted by keys that nobody can refuse or see"
    And the severity for Images is low
    And Images passes once `Images.Properties.EncryptionConfiguration.EncryptionType` is set to `KMS`

  Scenario: Not to say it is to use keys of the service
    Given `Images.Properties.EncryptionConfiguration.EncryptionType` is removed
    When the policy SPILE-ECR-004 is evaluated
    Then the verdict for Images is fail

  Scenario: Nobody can tell
    Given `Images.Properties.EncryptionConfiguration.EncryptionType` is unknown
    When the policy SPILE-ECR-004 is evaluated
    Then the verdict for Images is unknown

  Scenario: A template without repositories
    Given `Images.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECR-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
        encryption_configuration: [{encryption_type: KMS}]
      """
    When the policy SPILE-ECR-004 is evaluated
    Then the verdict for aws_ecr_repository.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
      """
    When the policy SPILE-ECR-004 is evaluated
    Then the verdict for aws_ecr_repository.shop is fail
