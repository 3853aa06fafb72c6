Feature: Distributions lead viewers to HTTPS

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
    Given `Shop.Properties.DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy` is set to `<value>`
    When the policy SPILE-CF-003 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case       | value             | verdict |
      | redirected | redirect-to-https | pass    |
      | TLS only   | https-only        | pass    |
      | both       | allow-all         | fail    |

  Scenario Outline: <case>
    Given `Shop.Properties.DistributionConfig.CacheBehaviors[0].ViewerProtocolPolicy` is set to `<value>`
    When the policy SPILE-CF-003 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case                    | value             | verdict |
      | redirected below a path | redirect-to-https | pass    |
      | both below a path       | allow-all         | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.DistributionConfig.CacheBehaviors[0].ViewerProtocolPolicy` is set to `allow-all`
    When the policy SPILE-CF-003 is evaluated
    Then the finding for Shop is at `Shop.Properties.DistributionConfig.CacheBehaviors[0].ViewerProtocolPolicy`
    And the message for Shop is "Shop answers requests without TLS"
    And the severity for Shop is high
    And Shop passes once `Shop.Properties.DistributionConfig.CacheBehaviors[0].ViewerProtocolPolicy` is set to `https-only`

  Scenario: Nobody can tell
    Given `Shop.Properties.DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy` is unknown
    When the policy SPILE-CF-003 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without distributions
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CF-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        default_cache_behavior: [{viewer_protocol_policy: redirect-to-https}]
      """
    When the policy SPILE-CF-003 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        default_cache_behavior: [{viewer_protocol_policy: redirect-to-https}]
        ordered_cache_behavior: [{path_pattern: /x, viewer_protocol_policy: allow-all}]
      """
    When the policy SPILE-CF-003 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        default_cache_behavior: [{viewer_protocol_policy: !unknown }]
      """
    When the policy SPILE-CF-003 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is unknown
