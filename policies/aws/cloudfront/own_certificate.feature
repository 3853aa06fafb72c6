Feature: Distributions serve a certificate of their own

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
    Given `Shop.Properties.DistributionConfig.ViewerCertificate` is set to `<value>`
    When the policy SPILE-CF-005 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case                                   | value                                                                    | verdict |
      | from the certificate manager           | {AcmCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/aaaa} | pass    |
      | from IAM                               | {IamCertificateId: ASCAEXAMPLE}                                          | pass    |
      | the shared one                         | {CloudFrontDefaultCertificate: true}                                     | fail    |
      | the shared one, with another beside it | {CloudFrontDefaultCertificate: true, IamCertificateId: ASCAEXAMPLE}      | fail    |
      | neither                                | {MinimumProtocolVersion: TLSv1.2_2021}                                   | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.DistributionConfig.ViewerCertificate` is removed
    When the policy SPILE-CF-005 is evaluated
    Then the finding for Shop is at `Shop.Properties.DistributionConfig`
    And the message for Shop is "Shop serves the certificate of cloudfront.net"
    And the severity for Shop is medium
    And Shop passes once `Shop.Properties.DistributionConfig.ViewerCertificate` is set to `{IamCertificateId: ASCAEXAMPLE}`

  Scenario: Nobody can tell
    Given `Shop.Properties.DistributionConfig.ViewerCertificate` is unknown
    When the policy SPILE-CF-005 is evaluated
    Then the verdict for Shop is unknown

  Scenario: It may be the shared one
    Given `Shop.Properties.DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate` is unknown
    When the policy SPILE-CF-005 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without distributions
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CF-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        viewer_certificate: [{acm_certificate_arn: arn:aws:acm:us-east-1:111122223333:certificate/1, ssl_support_method: sni-only}]
      """
    When the policy SPILE-CF-005 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        viewer_certificate: [{cloudfront_default_certificate: true}]
      """
    When the policy SPILE-CF-005 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail
