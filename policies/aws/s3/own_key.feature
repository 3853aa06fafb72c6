Feature: S3 buckets are encrypted with a key of your own

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: alias/logs
        Key:
          Type: AWS::KMS::Key
      """

  Scenario Outline: <case>
    Given `Logs.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault` is set to `<value>`
    When the policy SPILE-S3-026 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                          | value                                                      | verdict |
      | a key                         | {SSEAlgorithm: "aws:kms", KMSMasterKeyID: alias/logs}      | pass    |
      | a key that the template makes | {SSEAlgorithm: "aws:kms", KMSMasterKeyID: !GetAtt Key.Arn} | pass    |
      | no key                        | {SSEAlgorithm: "aws:kms"}                                  | fail    |
      | keys of S3                    | {SSEAlgorithm: AES256}                                     | fail    |

  Scenario: Nothing is stated
    Given `Logs.Properties.BucketEncryption` is removed
    When the policy SPILE-S3-026 is evaluated
    Then the verdict for Logs is fail

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.BucketEncryption` is removed
    When the policy SPILE-S3-026 is evaluated
    Then the finding for Logs is at `Logs.Properties`
    And the message for Logs is "Logs names no key of its own: who reads it can be neither refused nor followed by the key"
    And the severity for Logs is info
    And Logs passes once `Logs.Properties.BucketEncryption` is set to `{ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: "aws:kms", KMSMasterKeyID: alias/logs}}]}`

  Scenario: Nobody can tell
    Given `Logs.Properties.BucketEncryption` is unknown
    When the policy SPILE-S3-026 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-026 is evaluated
    Then nothing was evaluated

  Scenario: S3 cannot deliver access logs into a bucket with a key
    Given `Logs.Properties.AccessControl` is set to `LogDeliveryWrite`
    And `Logs.Properties.BucketEncryption` is removed
    When the policy SPILE-S3-026 is evaluated
    Then the verdict for Logs is not applicable

  Scenario Outline: <service> writes into it
    Given `Logs.Properties.BucketEncryption` is removed
    And `Resources.Guard` is set to `{Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Logs, PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: <service>}, Action: s3:PutObject, Resource: "*"}]}}}`
    When the policy SPILE-S3-026 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | service                  | verdict        |
      | logging.s3.amazonaws.com | not applicable |
      | events.amazonaws.com     | fail           |

  Scenario: Nobody knows what it is for
    Given `Logs.Properties.BucketEncryption` is removed
    And `Logs.Properties.AccessControl` is unknown
    When the policy SPILE-S3-026 is evaluated
    Then the verdict for Logs is unknown

  Scenario: Terraform names a key
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_server_side_encryption_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        rule:
          - apply_server_side_encryption_by_default: [{sse_algorithm: aws:kms, kms_master_key_id: !ref aws_kms_key.own.arn }]
      aws_kms_key.own: {}
      """
    When the policy SPILE-S3-026 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform names no key
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_server_side_encryption_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        rule:
          - apply_server_side_encryption_by_default: [{sse_algorithm: AES256}]
      """
    When the policy SPILE-S3-026 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail
