Feature: Certificates name the hosts that they are for

  Background:
    Given the template:
      """yaml
      Resources:
        Seal:
          Type: AWS::CertificateManager::Certificate
          Properties:
            DomainName: shop.example
            SubjectAlternativeNames: [www.shop.example]
      """

  Scenario Outline: <case>
    Given `Seal.Properties.DomainName` is set to `<value>`
    When the policy SPILE-ACM-001 is evaluated
    Then the verdict for Seal is <verdict>

    Examples:
      | case       | value            | verdict |
      | one host   | shop.example     | pass    |
      | every host | "*.shop.example" | fail    |
      | everything | "*"              | fail    |

  Scenario Outline: <case>
    Given `Seal.Properties.SubjectAlternativeNames` is set to `<value>`
    When the policy SPILE-ACM-001 is evaluated
    Then the verdict for Seal is <verdict>

    Examples:
      | case                    | value                                | verdict |
      | every host, besides     | ["*.shop.example"]                   | fail    |
      | one host and every host | [www.shop.example, "*.shop.example"] | fail    |

  Scenario: One name
    Given `Seal.Properties.SubjectAlternativeNames` is removed
    When the policy SPILE-ACM-001 is evaluated
    Then the verdict for Seal is pass

  Scenario: The finding says what is wrong, and where
    Given `Seal.Properties.SubjectAlternativeNames` is set to `[www.shop.example, "*.shop.example"]`
    When the policy SPILE-ACM-001 is evaluated
    Then the finding for Seal is at `Seal.Properties.SubjectAlternativeNames[1]`
    And the message for Seal is "whoever has the key of Seal can pass for every host of *.shop.example"
    And the severity for Seal is low
    And Seal passes once `Seal.Properties.SubjectAlternativeNames` is set to `[www.shop.example]`

  Scenario: Nobody can tell
    Given `Seal.Properties.DomainName` is unknown
    When the policy SPILE-ACM-001 is evaluated
    Then the verdict for Seal is unknown

  Scenario: A template without certificates
    Given `Seal.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ACM-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_acm_certificate.c:
        domain_name: shop.example
      """
    When the policy SPILE-ACM-001 is evaluated
    Then the verdict for aws_acm_certificate.c is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_acm_certificate.c:
        domain_name: "*.shop.example"
      """
    When the policy SPILE-ACM-001 is evaluated
    Then the verdict for aws_acm_certificate.c is fail
