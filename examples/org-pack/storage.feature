Feature: Stored data at Acme

  Background:
    Given the template:
      """yaml
      Parameters:
        Kind: {Type: String}
      Resources:
        Key:
          Type: AWS::KMS::Key
          Properties: {KeyPolicy: {}}
        Orders:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
            VersioningConfiguration: {Status: Enabled}
            Tags:
              - {Key: data, Value: customer}
              - {Key: owner, Value: shop}
      """

  Rule: Customer data rests under a key of our own

    Scenario: a key of the account is good
      When the policy ACME-S3-001 is evaluated
      Then the verdict for Orders is pass

    Scenario: no encryption at all
      Given `Orders.Properties.BucketEncryption` is removed
      When the policy ACME-S3-001 is evaluated
      Then the verdict for Orders is fail
      And the severity for Orders is critical

    Scenario Outline: encryption with somebody else's key
      Given `Orders.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault` is set to `<encryption>`
      When the policy ACME-S3-001 is evaluated
      Then the verdict for Orders is fail

      Examples:
        | encryption                                        |
        | {SSEAlgorithm: AES256}                            |
        | {SSEAlgorithm: AES256, KMSMasterKeyID: alias/own} |
        | {SSEAlgorithm: aws:kms}                           |

    Scenario: personal data counts, too
      Given `Orders.Properties.Tags[0].Value` is set to `personal`
      And `Orders.Properties.BucketEncryption` is removed
      When the policy ACME-S3-001 is evaluated
      Then the verdict for Orders is fail

    Scenario: other data may rest as it likes
      Given `Orders.Properties.Tags[0].Value` is set to `public`
      And `Orders.Properties.BucketEncryption` is removed
      When the policy ACME-S3-001 is evaluated
      Then the verdict for Orders is not applicable

    Scenario: whose data it is may depend on a parameter
      Given `Orders.Properties.Tags[0].Value` is set to `!Ref Kind`
      And `Orders.Properties.BucketEncryption` is removed
      When the policy ACME-S3-001 is evaluated
      Then Orders is unknown because "Kind"

  Rule: Every bucket names its owner

    Scenario: it does
      When the policy ACME-S3-002 is evaluated
      Then the verdict for Orders is pass

    Scenario: a bucket without tags
      Given `Orders.Properties.Tags` is removed
      When the policy ACME-S3-002 is evaluated
      Then the findings are exactly:
        | resource | severity | message                   |
        | Orders   | low      | Orders has no tag `owner` |

  Rule: Buckets keep versions

    Scenario: they do
      When the policy ACME-S3-003 is evaluated
      Then the verdict for Orders is pass

    Scenario Outline: not when versioning is anything else
      Given `Orders.Properties.VersioningConfiguration.Status` is set to `<status>`
      When the policy ACME-S3-003 is evaluated
      Then the verdict for Orders is <verdict>

      Examples:
        | status    | verdict |
        | Suspended | fail    |
        | !Ref Kind | unknown |

    Scenario: nor when nothing is said
      Given `Orders.Properties.VersioningConfiguration` is removed
      When the policy ACME-S3-003 is evaluated
      Then Orders passes once `Orders.Properties.VersioningConfiguration.Status` is set to `Enabled`
