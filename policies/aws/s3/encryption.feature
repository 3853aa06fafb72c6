Feature: S3 buckets state their default encryption

  Background:
    Given the template:
      """yaml
      Parameters:
        Stage: {Type: String, AllowedValues: [prod, dev]}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
      """

  Scenario Outline: <case>
    Given `Logs.Properties.BucketEncryption` is set to `<value>`
    When the policy SPILE-S3-001 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                 | value                                                                                                  | verdict |
      | a key of KMS         | {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: "aws:kms"}}]}      | pass    |
      | two layers of KMS    | {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: "aws:kms:dsse"}}]} | pass    |
      | keys of S3           | {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: "AES256"}}]}       | pass    |
      | nothing inside       | {}                                                                                                     | fail    |
      | something unheard of | {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: "none"}}]}         | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.BucketEncryption` is removed
    When the policy SPILE-S3-001 is evaluated
    Then the finding for Logs is at `Logs.Properties`
    And the message for Logs is "Logs does not state how it is encrypted at rest"
    And the severity for Logs is high
    And Logs passes once `Logs.Properties.BucketEncryption` is set to `{ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: "aws:kms"}}]}`

  Scenario: Nobody can tell
    Given `Logs.Properties.BucketEncryption` is unknown
    When the policy SPILE-S3-001 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-001 is evaluated
    Then nothing was evaluated

  Scenario: The algorithm depends on the stage
    Given `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm` is set to `!If [IsProd, "aws:kms", none]`
    When the policy SPILE-S3-001 is evaluated
    Then the verdict for Logs is fail
    And Logs fails when "IsProd is false"

  Scenario: Terraform states it beside the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_server_side_encryption_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        rule:
          - apply_server_side_encryption_by_default: [{sse_algorithm: AES256}]
      """
    When the policy SPILE-S3-001 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform does not state it
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-001 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform learns it by applying
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_server_side_encryption_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        rule:
          - apply_server_side_encryption_by_default: [{sse_algorithm: !unknown }]
      """
    When the policy SPILE-S3-001 is evaluated
    Then the verdict for aws_s3_bucket.logs is unknown
