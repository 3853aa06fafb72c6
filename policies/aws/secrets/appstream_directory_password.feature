Feature: Passwords of AppStream service accounts are kept secret

  Background:
    Given the template:
      """yaml
      Parameters:
        Secret: {Type: String, NoEcho: true}
        Plain: {Type: String}
        Guessable: {Type: String, NoEcho: true, Default: changeme}
      Resources:
        Subject:
          Type: AWS::AppStream::DirectoryConfig
          Properties:
            DirectoryName: corp.example
            OrganizationalUnitDistinguishedNames: ["OU=Desktops,DC=corp,DC=example"]
            ServiceAccountCredentials:
              AccountName: joiner
              AccountPassword: !Ref Secret
      """

  Scenario: A parameter without echo and default hands it over
    When the policy SPILE-SEC-003 is evaluated
    Then the verdict for Subject is pass

  Scenario Outline: <source>: <verdict>
    Given `Subject.Properties.ServiceAccountCredentials.AccountPassword` is set to `<value>`
    When the policy SPILE-SEC-003 is evaluated
    Then the verdict for Subject is <verdict>

    Examples:
      | source                          | value                                        | verdict |
      | a reference to Secrets Manager  | "{{resolve:secretsmanager:it:SecretString}}" | pass    |
      | a secure parameter of the store | "{{resolve:ssm-secure:it:1}}"                | pass    |
      | a plain parameter of the store  | "{{resolve:ssm:it:1}}"                       | fail    |
      | the text itself                 | s3cr3t-text                                  | fail    |
      | a parameter with echo           | !Ref Plain                                   | fail    |
      | a parameter with a default      | !Ref Guessable                               | fail    |

  Scenario: The finding stands at the value
    Given `Subject.Properties.ServiceAccountCredentials.AccountPassword` is set to `s3cr3t-text`
    When the policy SPILE-SEC-003 is evaluated
    Then the finding for Subject is at `Subject.Properties.ServiceAccountCredentials.AccountPassword`
    And the message for Subject is "the service account's password of Subject can be read: in the template, or by whoever may describe the stack"
    And the severity for Subject is critical
    And Subject passes once `Subject.Properties.ServiceAccountCredentials.AccountPassword` is set to `"{{resolve:secretsmanager:it:SecretString}}"`

  Scenario: What is not stated is not given away
    Given `Subject.Properties.ServiceAccountCredentials.AccountPassword` is removed
    When the policy SPILE-SEC-003 is evaluated
    Then the verdict for Subject is pass

  Scenario: Nobody can tell where it comes from
    Given `Subject.Properties.ServiceAccountCredentials.AccountPassword` is unknown
    When the policy SPILE-SEC-003 is evaluated
    Then the verdict for Subject is unknown

  Scenario: Other resources are none of its business
    Given `Subject.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SEC-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_appstream_directory_config.d:
        directory_name: d
        service_account_credentials: [{account_password: !ref random_password.p.result }]
      random_password.p:
        length: 20
      """
    When the policy SPILE-SEC-003 is evaluated
    Then the verdict for aws_appstream_directory_config.d is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_appstream_directory_config.d:
        directory_name: d
        service_account_credentials: [{account_password: hunter22 }]
      """
    When the policy SPILE-SEC-003 is evaluated
    Then the verdict for aws_appstream_directory_config.d is fail
