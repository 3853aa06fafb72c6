Feature: Document databases speak TLS
  DocumentDB speaks TLS, unless a parameter takes that away.

  Background:
    Given the template:
      """yaml
      Resources:
        Settings:
          Type: AWS::DocDB::DBClusterParameterGroup
          Properties:
            Description: files
            Family: docdb5.0
            Parameters: {tls: enabled}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: TLS is on
    Given `Settings.Properties.Parameters.tls` is set to <value>
    When the policy SPILE-DOC-004 is evaluated
    Then the verdict for Settings is pass

    Examples:
      | value     |
      | `enabled` |
      | `tls1.2+` |

  Scenario: TLS is taken away
    Given `Settings.Properties.Parameters.tls` is set to `disabled`
    When the policy SPILE-DOC-004 is evaluated
    Then the verdict for Settings is fail
    And the severity for Settings is high
    And the finding for Settings is at `Settings.Properties.Parameters.tls`
    And the message for Settings is "what clients and clusters of Settings say to each other is not encrypted"
    And Settings passes once `Settings.Properties.Parameters.tls` is set to `enabled`

  Scenario: Nothing is said, and TLS is on
    Given `Settings.Properties.Parameters.tls` is removed
    When the policy SPILE-DOC-004 is evaluated
    Then the verdict for Settings is pass

  Scenario: Somebody decides when the stack is made
    Given `Settings.Properties.Parameters.tls` is unknown
    When the policy SPILE-DOC-004 is evaluated
    Then the verdict for Settings is unknown

  Scenario: A template without parameter groups
    Given `Settings` is removed
    When the policy SPILE-DOC-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_docdb_cluster_parameter_group.own:
        family: docdb5.0
        parameter: [{name: tls, value: enabled}]
      """
    When the policy SPILE-DOC-004 is evaluated
    Then the verdict for aws_docdb_cluster_parameter_group.own is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_docdb_cluster_parameter_group.own:
        family: docdb5.0
        parameter: [{name: tls, value: disabled}]
      """
    When the policy SPILE-DOC-004 is evaluated
    Then the verdict for aws_docdb_cluster_parameter_group.own is fail

  Scenario: A plan of Terraform that leaves the parameter as it is
    Given the planned resources:
      """yaml
      aws_docdb_cluster_parameter_group.own:
        family: docdb5.0
      """
    When the policy SPILE-DOC-004 is evaluated
    Then the verdict for aws_docdb_cluster_parameter_group.own is pass
