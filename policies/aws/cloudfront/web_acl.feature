Feature: Distributions stand behind a web application firewall

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

  Scenario: A web ACL
    When the policy SPILE-CF-004 is evaluated
    Then the verdict for Shop is pass

  Scenario Outline: <case>
    Given `Shop.Properties.DistributionConfig.WebACLId` is set to `<value>`
    When the policy SPILE-CF-004 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case                | value             | verdict |
      | one of the template | !GetAtt Pages.Arn | pass    |
      | nothing in quotes   | ""                | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.DistributionConfig.WebACLId` is removed
    When the policy SPILE-CF-004 is evaluated
    Then the finding for Shop is at `Shop.Properties.DistributionConfig`
    And the message for Shop is "no web application firewall looks at the requests to Shop"
    And the severity for Shop is medium
    And Shop passes once `Shop.Properties.DistributionConfig.WebACLId` is set to `arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/aaaa`

  Scenario: Nobody can tell
    Given `Shop.Properties.DistributionConfig` is unknown
    When the policy SPILE-CF-004 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without distributions
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CF-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        web_acl_id: !ref aws_wafv2_web_acl.w.arn
      aws_wafv2_web_acl.w:
        name: w
      """
    When the policy SPILE-CF-004 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
      """
    When the policy SPILE-CF-004 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail
