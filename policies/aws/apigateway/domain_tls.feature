Feature: Domain names of APIs speak TLS 1.2 or newer

  Background:
    Given the template:
      """yaml
      Resources:
        Name:
          Type: AWS::ApiGateway::DomainName
          Properties:
            DomainName: api.shop.example
            SecurityPolicy: TLS_1_2
      """

  Scenario Outline: <case>
    Given `Name.Properties.SecurityPolicy` is set to `<value>`
    When the policy SPILE-API-006 is evaluated
    Then the verdict for Name is <verdict>

    Examples:
      | case                         | value                              | verdict |
      | TLS 1.2                      | TLS_1_2                            | pass    |
      | TLS 1.2, as it is called now | SecurityPolicy_TLS12_PFS_2025_EDGE | pass    |
      | TLS 1.3                      | SecurityPolicy_TLS13_2025_EDGE     | pass    |
      | TLS 1.0                      | TLS_1_0                            | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Name.Properties.SecurityPolicy` is set to `TLS_1_0`
    When the policy SPILE-API-006 is evaluated
    Then the finding for Name is at `Name.Properties.SecurityPolicy`
    And the message for Name is "Name accepts TLS before 1.2"
    And the severity for Name is high
    And Name passes once `Name.Properties.SecurityPolicy` is set to `TLS_1_2`

  Scenario: Not to say it is to accept TLS 1.0
    Given `Name.Properties.SecurityPolicy` is removed
    When the policy SPILE-API-006 is evaluated
    Then the verdict for Name is fail

  Scenario: Nobody can tell
    Given `Name.Properties.SecurityPolicy` is unknown
    When the policy SPILE-API-006 is evaluated
    Then the verdict for Name is unknown

  Scenario: A name of a serverless API
    Given `Name` is set to `{Type: AWS::Serverless::Api, Properties: {StageName: live, Domain: {DomainName: api.shop.example, CertificateArn: a, SecurityPolicy: TLS_1_0}}}`
    When the policy SPILE-API-006 is evaluated
    Then the verdict for Name is fail

  Scenario: A serverless API without a name
    Given `Name` is set to `{Type: AWS::Serverless::Api, Properties: {StageName: live}}`
    When the policy SPILE-API-006 is evaluated
    Then nothing was evaluated

  Scenario: A template without names
    Given `Name.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-API-006 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_api_gateway_domain_name.n:
        domain_name: api.example
        security_policy: TLS_1_2
      """
    When the policy SPILE-API-006 is evaluated
    Then the verdict for aws_api_gateway_domain_name.n is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_api_gateway_domain_name.n:
        domain_name: api.example
        security_policy: TLS_1_0
      """
    When the policy SPILE-API-006 is evaluated
    Then the verdict for aws_api_gateway_domain_name.n is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_api_gateway_domain_name.n:
        domain_name: api.example
        security_policy: !unknown
      """
    When the policy SPILE-API-006 is evaluated
    Then the verdict for aws_api_gateway_domain_name.n is unknown
