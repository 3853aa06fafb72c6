Feature: Security configurations of EMR encrypt at rest and in transit
  A security configuration turns encryption on in two places, and must say for each where keys, modes and
  certificates come from; without that it does nothing.

  Background:
    Given the template:
      """yaml
      Resources:
        Strict:
          Type: AWS::EMR::SecurityConfiguration
          Properties:
            SecurityConfiguration:
              EncryptionConfiguration:
                EnableAtRestEncryption: true
                AtRestEncryptionConfiguration:
                  S3EncryptionConfiguration: {EncryptionMode: SSE-S3}
                  LocalDiskEncryptionConfiguration: {EncryptionKeyProviderType: AwsKms, AwsKmsKey: alias/emr}
                EnableInTransitEncryption: true
                InTransitEncryptionConfiguration:
                  TLSCertificateConfiguration: {CertificateProviderType: PEM, S3Object: s3://keys/emr.zip}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Both are on, and complete
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is pass

  Scenario Outline: One of them is off
    Given `Strict.Properties.SecurityConfiguration.EncryptionConfiguration.<switch>` is set to <value>
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is fail
    And the severity for Strict is high
    And the finding for Strict is at `Strict.Properties.SecurityConfiguration.EncryptionConfiguration.<switch>`
    And the message for Strict is "<message>"

    Examples:
      | switch                    | value     | message                                                 |
      | EnableAtRestEncryption    | `false`   | Strict does not encrypt what lies on disks and in S3    |
      | EnableInTransitEncryption | `"false"` | Strict does not encrypt what machines say to each other |

  Scenario Outline: One of them is not mentioned
    Given `Strict.Properties.SecurityConfiguration.EncryptionConfiguration.<switch>` is removed
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is fail

    Examples:
      | switch                    |
      | EnableAtRestEncryption    |
      | EnableInTransitEncryption |

  Scenario Outline: A switch may be a text
    Given `Strict.Properties.SecurityConfiguration.EncryptionConfiguration.<switch>` is set to `"true"`
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is pass

    Examples:
      | switch                    |
      | EnableAtRestEncryption    |
      | EnableInTransitEncryption |

  Scenario Outline: Keys of disks or a mode of S3 are enough
    Given `Strict.Properties.SecurityConfiguration.EncryptionConfiguration.AtRestEncryptionConfiguration.<what>` is removed
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is pass

    Examples:
      | what                             |
      | S3EncryptionConfiguration        |
      | LocalDiskEncryptionConfiguration |

  Scenario: Neither keys nor a mode
    Given `Strict.Properties.SecurityConfiguration.EncryptionConfiguration.AtRestEncryptionConfiguration` is set to `{LocalDiskEncryptionConfiguration: {AwsKmsKey: alias/emr}}`
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is fail
    And the message for Strict is "Strict says neither where keys of disks come from nor how S3 encrypts"

  Scenario: No certificates
    Given `Strict.Properties.SecurityConfiguration.EncryptionConfiguration.InTransitEncryptionConfiguration` is removed
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is fail
    And the message for Strict is "Strict does not say where certificates come from"

  Scenario: Nothing is said of encryption
    Given `Strict.Properties.SecurityConfiguration` is set to `{AuthenticationConfiguration: {}}`
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is fail

  Scenario: The whole may be written as JSON in a text
    Given `Strict.Properties.SecurityConfiguration` is set to `'{"EncryptionConfiguration": {"EnableAtRestEncryption": false}}'`
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is fail

  Scenario Outline: Somebody decides when the stack is made
    Given `Strict.Properties.SecurityConfiguration.EncryptionConfiguration.<switch>` is unknown
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for Strict is unknown

    Examples:
      | switch                           |
      | EnableAtRestEncryption           |
      | EnableInTransitEncryption        |
      | AtRestEncryptionConfiguration    |
      | InTransitEncryptionConfiguration |

  Scenario: A template without security configurations
    Given `Strict` is removed
    When the policy SPILE-EMR-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_emr_security_configuration.s:
        name: s
        configuration: !json {EncryptionConfiguration: {EnableAtRestEncryption: true, EnableInTransitEncryption: true, AtRestEncryptionConfiguration: {S3EncryptionConfiguration: {EncryptionMode: SSE-S3}}, InTransitEncryptionConfiguration: {TLSCertificateConfiguration: {CertificateProviderType: PEM}}}}
      """
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for aws_emr_security_configuration.s is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_emr_security_configuration.s:
        name: s
        configuration: !json {EncryptionConfiguration: {EnableAtRestEncryption: true, EnableInTransitEncryption: false, AtRestEncryptionConfiguration: {S3EncryptionConfiguration: {EncryptionMode: SSE-S3}}, InTransitEncryptionConfiguration: {TLSCertificateConfiguration: {CertificateProviderType: PEM}}}}
      """
    When the policy SPILE-EMR-001 is evaluated
    Then the verdict for aws_emr_security_configuration.s is fail
