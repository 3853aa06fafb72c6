Feature: S3 buckets answer the pages of named origins only

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: logs
            CorsConfiguration:
              CorsRules:
                - AllowedOrigins: [https://shop.example]
                  AllowedMethods: [GET]
      """

  Scenario Outline: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-S3-022 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | case                   | place                                                         | value                          | verdict |
      | a named origin         | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins | [https://shop.example]         | pass    |
      | any origin             | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins | ["*"]                          | fail    |
      | any origin of a domain | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins | ["https://*.example"]          | fail    |
      | a named header         | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedHeaders | [Content-Type]                 | pass    |
      | any header             | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedHeaders | [Content-Type, "*"]            | fail    |
      | some methods           | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedMethods | [GET, HEAD, PUT, POST]         | pass    |
      | every method           | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedMethods | [GET, HEAD, PUT, POST, DELETE] | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Logs.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins` is set to `["*"]`
    When the policy SPILE-S3-022 is evaluated
    Then the finding for Logs is at `Logs.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins`
    And the message for Logs is "a rule of Logs answers any origin, header or method"
    And the severity for Logs is medium
    And Logs passes once `Logs.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins` is set to `[https://shop.example]`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-S3-022 is evaluated
    Then the verdict for Logs is unknown

    Examples:
      | place                                                         |
      | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedOrigins |
      | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedHeaders |
      | Logs.Properties.CorsConfiguration.CorsRules[0].AllowedMethods |

  Scenario: A template without buckets
    Given `Logs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-022 is evaluated
    Then nothing was evaluated

  Scenario: Without rules no page may ask
    Given `Logs.Properties.CorsConfiguration` is removed
    When the policy SPILE-S3-022 is evaluated
    Then the verdict for Logs is pass

  Scenario: Terraform lets every page in
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_cors_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        cors_rule: [{allowed_methods: [GET], allowed_origins: ["*"]}]
      """
    When the policy SPILE-S3-022 is evaluated
    Then the verdict for aws_s3_bucket.logs is fail

  Scenario: Terraform names the pages
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_cors_configuration.logs:
        bucket: !ref aws_s3_bucket.logs.id
        cors_rule: [{allowed_methods: [GET], allowed_origins: ["https://shop.example"]}]
      """
    When the policy SPILE-S3-022 is evaluated
    Then the verdict for aws_s3_bucket.logs is pass
