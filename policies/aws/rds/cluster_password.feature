Feature: Passwords of database clusters are not written into templates

  Background:
    Given the template:
      """yaml
      Parameters:
        Secret: {Type: String, NoEcho: true}
        Plain: {Type: String}
        Guessable: {Type: String, NoEcho: true, Default: changeme}
      Resources:
        Orders:
          Type: AWS::RDS::DBCluster
          Properties:
            Engine: aurora-postgresql
            MasterUsername: keeper
            MasterUserPassword: !Ref Secret
      """

  Scenario: A parameter without echo and default hands it over
    When the policy SPILE-RDS-006 is evaluated
    Then the verdict for Orders is pass

  Scenario Outline: <source>: <verdict>
    Given `Orders.Properties.MasterUserPassword` is set to `<value>`
    When the policy SPILE-RDS-006 is evaluated
    Then the verdict for Orders is <verdict>

    Examples:
      | source                          | value                                                 | verdict |
      | a reference to Secrets Manager  | "{{resolve:secretsmanager:db:SecretString:password}}" | pass    |
      | a secure parameter of the store | "{{resolve:ssm-secure:db:1}}"                         | pass    |
      | a plain parameter of the store  | "{{resolve:ssm:db:1}}"                                | fail    |
      | the password itself             | s3cr3t-text                                           | fail    |
      | a parameter with echo           | !Ref Plain                                            | fail    |
      | a parameter with a default      | !Ref Guessable                                        | fail    |

  Scenario: Who has the template can read it
    Given `Orders.Properties.MasterUserPassword` is set to `s3cr3t-text`
    When the policy SPILE-RDS-006 is evaluated
    Then the finding for Orders is at `Orders.Properties.MasterUserPassword`
    And the message for Orders is "the password of Orders can be read in the template, or in the plain parameter that it names"
    And the severity for Orders is critical
    And Orders passes once `Orders.Properties.MasterUserPassword` is removed

  Scenario: Who may describe the stack can read it
    Given `Orders.Properties.MasterUserPassword` is set to `!Ref Plain`
    When the policy SPILE-RDS-006 is evaluated
    Then the finding for Orders is at `Orders.Properties.MasterUserPassword`
    And the message for Orders is "the password of Orders comes from a parameter without NoEcho: whoever may describe the stack can read it"

  Scenario: Nobody can tell where it comes from
    Given `Orders.Properties.MasterUserPassword` is unknown
    When the policy SPILE-RDS-006 is evaluated
    Then the verdict for Orders is unknown

  Scenario: Other resources are none of its business
    Given `Orders.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-RDS-006 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
        master_password: !ref random_password.db.result
      random_password.db:
        length: 20
      """
    When the policy SPILE-RDS-006 is evaluated
    Then the verdict for aws_rds_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_rds_cluster.db:
        engine: aurora-mysql
        master_password: hunter22
      """
    When the policy SPILE-RDS-006 is evaluated
    Then the verdict for aws_rds_cluster.db is fail
