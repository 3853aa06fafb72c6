Feature: S3 buckets do not serve web sites themselves

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
      """

  Scenario Outline: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-S3-023 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                     | place                                | value                       | verdict |
      | a page to begin with     | Logs.Properties.WebsiteConfiguration | {IndexDocument: index.html} | fail    |
      | refused in so many words | Logs.Properties.WebsiteConfiguration | !Ref AWS::NoValue           | pass    |
      | no word about it         | Logs.Properties.Tags                 | []                          | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.WebsiteConfiguration` is set to `{IndexDocument: index.html}`
    When the policy SPILE-S3-023 is evaluated
    Then the finding for Logs is at `Logs.Properties.WebsiteConfiguration`
    And the message for Logs is "Logs serves a web site itself: without TLS, and open to everybody"
    And the severity for Logs is medium
    And Logs passes once `Logs.Properties.WebsiteConfiguration` is removed

  Scenario: Nobody can tell
    Given `Logs.Properties` is unknown
    When the policy SPILE-S3-023 is evaluated
    Then the verdict for Logs is unknown

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-023 is evaluated
    Then nothing was evaluated

  Scenario: Terraform serves pages
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_website_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        index_document: [{suffix: index.html}]
      """
    When the policy SPILE-S3-023 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform serves none
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      """
    When the policy SPILE-S3-023 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass
