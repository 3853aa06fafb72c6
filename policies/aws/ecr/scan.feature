Feature: Images are scanned when they are pushed

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
    Given `Images.Properties.ImageScanningConfiguration.ScanOnPush` is set to `<value>`
    When the policy SPILE-ECR-001 is evaluated
    Then the verdict for Images is <verdict>

    Examples:
      | case               | value  | verdict |
      | scanned            | true   | pass    |
      | scanned, as a text | "true" | pass    |
      | not scanned        | false  | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Images.Properties.ImageScanningConfiguration.ScanOnPush` is set to `false`
    When the policy SPILE-ECR-001 is evaluated
    Then the finding for Images is at `Images.Properties.ImageScanningConfiguration.ScanOnPush`
    And the message for Images is "nobody looks for known faults in the images of Images"
    And the severity for Images is medium
    And Images passes once `Images.Properties.ImageScanningConfiguration.ScanOnPush` is set to `true`

  Scenario: Not to say it is not to scan
    Given `Images.Properties.ImageScanningConfiguration.ScanOnPush` is removed
    When the policy SPILE-ECR-001 is evaluated
    Then the verdict for Images is fail

  Scenario: Nobody can tell
    Given `Images.Properties.ImageScanningConfiguration.ScanOnPush` is unknown
    When the policy SPILE-ECR-001 is evaluated
    Then the verdict for Images is unknown

  Scenario: A template without repositories
    Given `Images.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECR-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
        image_scanning_configuration: [{scan_on_push: true}]
      """
    When the policy SPILE-ECR-001 is evaluated
    Then the verdict for aws_ecr_repository.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
      """
    When the policy SPILE-ECR-001 is evaluated
    Then the verdict for aws_ecr_repository.shop is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
        image_scanning_configuration: [{scan_on_push: !unknown }]
      """
    When the policy SPILE-ECR-001 is evaluated
    Then the verdict for aws_ecr_repository.shop is unknown
