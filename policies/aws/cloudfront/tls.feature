Feature: Distributions speak TLS 1.2 or newer to viewers

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

  Scenario Outline: <case>
    Given `Shop.Properties.DistributionConfig.ViewerCertificate.MinimumProtocolVersion` is set to `<value>`
    When the policy SPILE-CF-002 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case    | value        | verdict |
      | TLS 1.2 | TLSv1.2_2021 | pass    |
      | TLS 1.3 | TLSv1.3_2025 | pass    |
      | TLS 1.1 | TLSv1.1_2016 | fail    |
      | TLS 1.0 | TLSv1        | fail    |
      | SSL     | SSLv3        | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.DistributionConfig.ViewerCertificate.MinimumProtocolVersion` is set to `TLSv1`
    When the policy SPILE-CF-002 is evaluated
    Then the finding for Shop is at `Shop.Properties.DistributionConfig.ViewerCertificate.MinimumProtocolVersion`
    And the message for Shop is "Shop accepts TLS before 1.2"
    And the severity for Shop is high
    And Shop passes once `Shop.Properties.DistributionConfig.ViewerCertificate.MinimumProtocolVersion` is set to `TLSv1.2_2021`

  Scenario: Without a certificate of its own it takes every version
    Given `Shop.Properties.DistributionConfig.ViewerCertificate` is removed
    When the policy SPILE-CF-002 is evaluated
    Then the verdict for Shop is fail

  Scenario Outline: <case>
    Given `Shop.Properties.DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate` is set to `<value>`
    When the policy SPILE-CF-002 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case                       | value  | verdict |
      | the shared certificate     | true   | fail    |
      | not the shared certificate | false  | pass    |
      | as a text                  | "true" | fail    |

  Scenario: Nobody can tell
    Given `Shop.Properties.DistributionConfig.ViewerCertificate.MinimumProtocolVersion` is unknown
    When the policy SPILE-CF-002 is evaluated
    Then the verdict for Shop is unknown

  Scenario: Nothing is known of the certificate
    Given `Shop.Properties.DistributionConfig.ViewerCertificate` is unknown
    When the policy SPILE-CF-002 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without distributions
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CF-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        viewer_certificate: [{acm_certificate_arn: arn:aws:acm:us-east-1:111122223333:certificate/1, ssl_support_method: sni-only, minimum_protocol_version: TLSv1.2_2021}]
      """
    When the policy SPILE-CF-002 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        viewer_certificate: [{acm_certificate_arn: arn:aws:acm:us-east-1:111122223333:certificate/1, ssl_support_method: sni-only, minimum_protocol_version: TLSv1}]
      """
    When the policy SPILE-CF-002 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail
