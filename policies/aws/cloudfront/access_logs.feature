Feature: Distributions keep access logs

  Background:
    Given the template:
      """yaml
      Resources:
        Shop:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              DefaultRootObject: index.html
              WebACLId: arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/aaaa
              Logging:
                Bucket: logs.s3.amazonaws.com
              ViewerCertificate:
                AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/aaaa
                MinimumProtocolVersion: TLSv1.2_2021
                SslSupportMethod: sni-only
              DefaultCacheBehavior:
                TargetOriginId: pages
                ViewerProtocolPolicy: redirect-to-https
              CacheBehaviors:
                - PathPattern: /api
                  TargetOriginId: api
                  ViewerProtocolPolicy: https-only
              Origins:
                - Id: pages
                  DomainName: !GetAtt Pages.RegionalDomainName
                  OriginAccessControlId: control
                  S3OriginConfig:
                    OriginAccessIdentity: ""
                - Id: api
                  DomainName: api.shop.example
                  CustomOriginConfig:
                    OriginProtocolPolicy: https-only
              OriginGroups:
                Quantity: 1
                Items:
                  - Id: both
                    Members:
                      Quantity: 2
        Pages:
          Type: AWS::S3::Bucket
      """

  Scenario: A bucket for logs
    When the policy SPILE-CF-001 is evaluated
    Then the verdict for Shop is pass

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.DistributionConfig.Logging` is removed
    When the policy SPILE-CF-001 is evaluated
    Then the finding for Shop is at `Shop.Properties.DistributionConfig`
    And the message for Shop is "Shop does not record who asked for what"
    And the severity for Shop is medium
    And Shop passes once `Shop.Properties.DistributionConfig.Logging` is set to `{Bucket: logs.s3.amazonaws.com}`

  Scenario: Logging without a bucket
    Given `Shop.Properties.DistributionConfig.Logging` is set to `{Prefix: shop}`
    When the policy SPILE-CF-001 is evaluated
    Then the verdict for Shop is fail

  Scenario: Nobody can tell
    Given `Shop.Properties.DistributionConfig.Logging` is unknown
    When the policy SPILE-CF-001 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without distributions
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CF-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        logging_config: [{bucket: logs.s3.amazonaws.com}]
      """
    When the policy SPILE-CF-001 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
      """
    When the policy SPILE-CF-001 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail
