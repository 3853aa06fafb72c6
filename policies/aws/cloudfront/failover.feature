Feature: Distributions have a second origin to fall back on

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

  Scenario: A group of two
    When the policy SPILE-CF-008 is evaluated
    Then the verdict for Shop is pass

  Scenario Outline: <case>
    Given `Shop.Properties.DistributionConfig.OriginGroups` is set to `<value>`
    When the policy SPILE-CF-008 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case                               | value                                                                                    | verdict |
      | no group                           | {Quantity: 0, Items: []}                                                                 | fail    |
      | a group of one                     | {Quantity: 1, Items: [{Id: lone, Members: {Quantity: 1}}]}                               | fail    |
      | one group of two, and one of three | {Quantity: 2, Items: [{Id: a, Members: {Quantity: 2}}, {Id: b, Members: {Quantity: 3}}]} | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.DistributionConfig.OriginGroups` is removed
    When the policy SPILE-CF-008 is evaluated
    Then the finding for Shop is at `Shop.Properties.DistributionConfig`
    And the message for Shop is "Shop is gone when its origin is"
    And the severity for Shop is low
    And Shop passes once `Shop.Properties.DistributionConfig.OriginGroups` is set to `{Quantity: 1, Items: [{Id: both, Members: {Quantity: 2}}]}`

  Scenario: Nobody can tell
    Given `Shop.Properties.DistributionConfig.OriginGroups` is unknown
    When the policy SPILE-CF-008 is evaluated
    Then the verdict for Shop is unknown

  Scenario: The size of a group is not known
    Given `Shop.Properties.DistributionConfig.OriginGroups.Items[0].Members.Quantity` is unknown
    When the policy SPILE-CF-008 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without distributions
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CF-008 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        origin_group: [{origin_id: g, member: [{origin_id: a}, {origin_id: b}]}]
      """
    When the policy SPILE-CF-008 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
      """
    When the policy SPILE-CF-008 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail
