Feature: S3 buckets are not readable by everybody

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            AccessControl: Private
      """

  Scenario Outline: <case>
    Given `Logs.Properties.AccessControl` is set to `<value>`
    When the policy SPILE-S3-002 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                                      | value            | verdict |
      | everybody reads                           | PublicRead       | fail    |
      | the owner                                 | Private          | pass    |
      | everybody writes, which is another policy | PublicReadWrite  | pass    |
      | where the logs go                         | LogDeliveryWrite | pass    |

  Scenario: S3 takes Private where nothing is stated
    Given `Logs.Properties.AccessControl` is removed
    When the policy SPILE-S3-002 is evaluated
    Then the verdict for Logs is pass

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.AccessControl` is set to `PublicRead`
    When the policy SPILE-S3-002 is evaluated
    Then the finding for Logs is at `Logs.Properties.AccessControl`
    And the message for Logs is "the canned ACL PublicRead lets everybody read Logs"
    And the severity for Logs is critical
    And Logs passes once `Logs.Properties.AccessControl` is removed

  Scenario: Nobody can tell
    Given `Logs.Properties.AccessControl` is unknown
    When the policy SPILE-S3-002 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-002 is evaluated
    Then nothing was evaluated

  Scenario: Terraform opens the bucket by an ACL beside it
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_acl.logs:
        bucket: !ref aws_s3_bucket.logs.id
        acl: public-read
      """
    When the policy SPILE-S3-002 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform opens the bucket by a grant
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_acl.logs:
        bucket: !ref aws_s3_bucket.logs.id
        access_control_policy:
          - grant:
              - grantee: [{type: Group, uri: http://acs.amazonaws.com/groups/global/AllUsers}]
                permission: READ
      """
    When the policy SPILE-S3-002 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform states nothing
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-002 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass

  Scenario: Terraform closes the bucket
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_acl.logs:
        bucket: !ref aws_s3_bucket.logs.id
        acl: private
      """
    When the policy SPILE-S3-002 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass
