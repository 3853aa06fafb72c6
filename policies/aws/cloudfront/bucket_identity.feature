Feature: Buckets behind distributions can tell them from everybody

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
    Given `Shop.Properties.DistributionConfig.Origins[0]` is set to `<value>`
    When the policy SPILE-CF-007 is evaluated
    Then the verdict for Shop is <verdict>

    Examples:
      | case                                     | value                                                                                                                       | verdict |
      | a bucket, by access control              | {DomainName: a.s3.amazonaws.com, OriginAccessControlId: control}                                                            | pass    |
      | a bucket, by identity                    | {DomainName: a.s3.amazonaws.com, S3OriginConfig: {OriginAccessIdentity: origin-access-identity/cloudfront/E1}}              | pass    |
      | a bucket, by an identity of the template | {DomainName: a.s3.amazonaws.com, S3OriginConfig: {OriginAccessIdentity: !Sub "origin-access-identity/cloudfront/${Pages}"}} | pass    |
      | a bucket, as a stranger                  | {DomainName: a.s3.amazonaws.com, S3OriginConfig: {OriginAccessIdentity: ""}}                                                | fail    |
      | a bucket of a region                     | {DomainName: a.s3.eu-west-1.amazonaws.com}                                                                                  | fail    |
      | a bucket of the template                 | {DomainName: !GetAtt Pages.DomainName}                                                                                      | fail    |
      | a bucket by its config                   | {DomainName: files.shop.example, S3OriginConfig: {OriginAccessIdentity: ""}}                                                | fail    |
      | a site                                   | {DomainName: www.shop.example}                                                                                              | pass    |
      | a bucket as a site                       | {DomainName: a.s3-website.eu-west-1.amazonaws.com, CustomOriginConfig: {OriginProtocolPolicy: http-only}}                   | pass    |

  Scenario: The old form, as a stranger
    Given `Shop.Properties.DistributionConfig.S3Origin` is set to `{DNSName: a.s3.amazonaws.com}`
    When the policy SPILE-CF-007 is evaluated
    Then the verdict for Shop is fail

  Scenario: The old form, by identity
    Given `Shop.Properties.DistributionConfig.S3Origin` is set to `{DNSName: a.s3.amazonaws.com, OriginAccessIdentity: origin-access-identity/cloudfront/E1}`
    When the policy SPILE-CF-007 is evaluated
    Then the verdict for Shop is pass

  Scenario: The finding says what is wrong, and where
    Given `Shop.Properties.DistributionConfig.Origins[0]` is set to `{DomainName: a.s3.amazonaws.com}`
    When the policy SPILE-CF-007 is evaluated
    Then the finding for Shop is at `Shop.Properties.DistributionConfig.Origins[0].DomainName`
    And the message for Shop is "Shop comes to a.s3.amazonaws.com as a stranger: the bucket must be open to everybody"
    And the severity for Shop is medium
    And Shop passes once `Shop.Properties.DistributionConfig.Origins[0].OriginAccessControlId` is set to `control`

  Scenario: Nobody can tell
    Given `Shop.Properties.DistributionConfig.Origins[0]` is set to `{DomainName: !Ref Host}`
    And `Parameters` is set to `{Host: {Type: String}}`
    When the policy SPILE-CF-007 is evaluated
    Then the verdict for Shop is unknown

  Scenario: It may show who it is
    Given `Shop.Properties.DistributionConfig.Origins[0]` is set to `{DomainName: a.s3.amazonaws.com, S3OriginConfig: {OriginAccessIdentity: ""}}`
    And `Shop.Properties.DistributionConfig.Origins[0].S3OriginConfig` is unknown
    When the policy SPILE-CF-007 is evaluated
    Then the verdict for Shop is unknown

  Scenario: A template without distributions
    Given `Shop.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-CF-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        origin: [{origin_id: b, domain_name: b.s3.amazonaws.com, origin_access_control_id: E1}]
      """
    When the policy SPILE-CF-007 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        origin: [{origin_id: b, domain_name: b.s3.amazonaws.com}]
      """
    When the policy SPILE-CF-007 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail

  Scenario: A plan of Terraform that refers to a bucket
    Given the planned resources:
      """yaml
      aws_cloudfront_distribution.site:
        enabled: true
        origin: [{origin_id: b, domain_name: !ref aws_s3_bucket.b.bucket_regional_domain_name }]
      aws_s3_bucket.b:
        bucket: b
      """
    When the policy SPILE-CF-007 is evaluated
    Then the verdict for aws_cloudfront_distribution.site is fail
