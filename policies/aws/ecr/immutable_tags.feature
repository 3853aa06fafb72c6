Feature: Tags of images stay where they are

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
    Given `Images.Properties.ImageTagMutability` is set to `<value>`
    When the policy SPILE-ECR-002 is evaluated
    Then the verdict for Images is <verdict>

    Examples:
      | case    | value     | verdict |
      | fixed   | IMMUTABLE | pass    |
      | movable | MUTABLE   | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Images.Properties.ImageTagMutability` is set to `MUTABLE`
    When the policy SPILE-ECR-002 is evaluated
    Then the finding for Images is at `Images.Properties.ImageTagMutability`
    And the message for Images is "a tag of Images can be moved to another image"
    And the severity for Images is medium
    And Images passes once `Images.Properties.ImageTagMutability` is set to `IMMUTABLE`

  Scenario: Not to say it is to let tags move
    Given `Images.Properties.ImageTagMutability` is removed
    When the policy SPILE-ECR-002 is evaluated
    Then the verdict for Images is fail

  Scenario: Nobody can tell
    Given `Images.Properties.ImageTagMutability` is unknown
    When the policy SPILE-ECR-002 is evaluated
    Then the verdict for Images is unknown

  Scenario: A template without repositories
    Given `Images.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECR-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
        image_tag_mutability: IMMUTABLE
      """
    When the policy SPILE-ECR-002 is evaluated
    Then the verdict for aws_ecr_repository.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
        image_tag_mutability: MUTABLE
      """
    When the policy SPILE-ECR-002 is evaluated
    Then the verdict for aws_ecr_repository.shop is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
        image_tag_mutability: !unknown
      """
    When the policy SPILE-ECR-002 is evaluated
    Then the verdict for aws_ecr_repository.shop is unknown
