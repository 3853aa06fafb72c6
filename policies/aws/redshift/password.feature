Feature: Passwords of data warehouses are not written into templates

  Background:
    Given the template:
      """yaml
      Parameters:
        Secret: {Type: String, NoEcho: true}
        Plain: {Type: String}
        Guessable: {Type: String, NoEcho: true, Default: changeme}
      Resources:
        Events:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            DBName: events
            NodeType: ra3.large
            MasterUsername: keeper
            MasterUserPassword: !Ref Secret
      """

  Scenario: A parameter without echo and default hands it over
    When the policy SPILE-RED-001 is evaluated
    Then the verdict for Events is pass

  Scenario Outline: <source>: <verdict>
    Given `Events.Properties.MasterUserPassword` is set to `<value>`
    When the policy SPILE-RED-001 is evaluated
    Then the verdict for Events is <verdict>

    Examples:
      | source                          | value                                                 | verdict |
      | a reference to Secrets Manager  | "{{resolve:secretsmanager:db:SecretString:password}}" | pass    |
      | a secure parameter of the store | "{{resolve:ssm-secure:db:1}}"                         | pass    |
      | a plain parameter of the store  | "{{resolve:ssm:db:1}}"                                | fail    |
      | the password itself             | s3cr3t-text                                           | fail    |
      | a parameter with echo           | !Ref Plain                                            | fail    |
      | a parameter with a default      | !Ref Guessable                                        | fail    |

  Scenario: Who has the template can read it
    Given `Events.Properties.MasterUserPassword` is set to `s3cr3t-text`
    When the policy SPILE-RED-001 is evaluated
    Then the finding for Events is at `Events.Properties.MasterUserPassword`
    And the message for Events is "the password of Events can be read in the template, or in the plain parameter that it names"
    And the severity for Events is critical
    And Events passes once `Events.Properties.MasterUserPassword` is removed

  Scenario: Who may describe the stack can read it
    Given `Events.Properties.MasterUserPassword` is set to `!Ref Plain`
    When the policy SPILE-RED-001 is evaluated
    Then the finding for Events is at `Events.Properties.MasterUserPassword`
    And the message for Events is "the password of Events comes from a parameter without NoEcho: whoever may describe the stack can read it"

  Scenario: Nobody can tell where it comes from
    Given `Events.Properties.MasterUserPassword` is unknown
    When the policy SPILE-RED-001 is evaluated
    Then the verdict for Events is unknown

  Scenario: Other resources are none of its business
    Given `Events.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-RED-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        master_password: !ref random_password.db.result
      random_password.db:
        length: 20
      """
    When the policy SPILE-RED-001 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        master_password: Hunter22
      """
    When the policy SPILE-RED-001 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail
