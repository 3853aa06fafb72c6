Feature: Distributions speak TLS to their origins

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
    Given `Shop.Properties.DistributionConfig.Origins[1].CustomOriginConfig.OriginProtocolPolicy` is set to `<value>`
    When the policy SPILE-CF-010 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case               | value        | verdict |
      | TLS only           | https-only   | pass    |
      | as the viewer does | match-viewer | fail    |
      | never              | http-only    | fail    |

  Scenario: Buckets have no choice
    Given `Shop.Properties.DistributionConfig.Origins[1]` is removed
    When the policy SPILE-CF-010 is evaluated
    Then the verdict for Shop is pass

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.DistributionConfig.Origins[1].CustomOriginConfig.OriginProtocolPolicy` is set to `http-only`
    When the policy SPILE-CF-010 is evaluated
    Then the finding for Shop is at `Shop.Properties.DistributionConfig.Origins[1].CustomOriginConfig.OriginProtocolPolicy`
    And the message for Shop is "Shop may fetch content from api.shop.example without TLS"
    And the severity for Shop is medium
    And Shop passes once `Shop.Properties.DistributionConfig.Origins[1].CustomOriginConfig.OriginProtocolPolicy` is set to `https-only`

  Scenario: Nobody can tell
    Given `Shop.Properties.DistributionConfig.Origins[1].CustomOriginConfig.OriginProtocolPolicy` is unknown
    When the policy SPILE-CF-010 is evaluated
    Then the verdict for Shop is unknown

  Scenario: Nothing is known of the origin
    Given `Shop.Properties.DistributionConfig.Origins[1].CustomOriginConfig` is unknown
    When the policy SPILE-CF-010 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without distributions
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CF-010 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        origin: [{origin_id: a, domain_name: a.example, custom_origin_config: [{origin_protocol_policy: https-only}]}]
      """
    When the policy SPILE-CF-010 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        origin: [{origin_id: a, domain_name: a.example, custom_origin_config: [{origin_protocol_policy: match-viewer}]}]
      """
    When the policy SPILE-CF-010 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail
