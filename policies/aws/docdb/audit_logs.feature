Feature: Document databases record who changes what
  Which statements go into the audit log is a parameter, and none do where it does not say.

  Background:
    Given the template:
      """yaml
      Resources:
        Settings:
          Type: AWS::DocDB::DBClusterParameterGroup
          Properties:
            Description: files
            Family: docdb5.0
            Parameters: {audit_logs: enabled}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Statements are recorded
    Given `Settings.Properties.Parameters.audit_logs` is set to <value>
    When the policy SPILE-DOC-005 is evaluated
    Then the verdict for Settings is pass

    Examples:
      | value       |
      | `enabled`   |
      | `all`       |
      | `ddl`       |
      | `dml_read`  |
      | `dml_write` |

  Scenario Outline: Statements are not recorded
    Given `Settings.Properties.Parameters.audit_logs` is set to <value>
    When the policy SPILE-DOC-005 is evaluated
    Then the verdict for Settings is fail
    And the severity for Settings is medium
    And the finding for Settings is at `Settings.Properties.Parameters.audit_logs`
    And the message for Settings is "clusters of Settings record no statements"
    And Settings passes once `Settings.Properties.Parameters.audit_logs` is set to `enabled`

    Examples:
      | value      |
      | `disabled` |
      | `none`     |

  Scenario: Nothing is said, and no statement is recorded
    Given `Settings.Properties.Parameters.audit_logs` is removed
    When the policy SPILE-DOC-005 is evaluated
    Then the verdict for Settings is fail
    And the finding for Settings is at `Settings.Properties.Parameters`
    And the message for Settings is "clusters of Settings record no statements"

  Scenario: Somebody decides when the stack is made
    Given `Settings.Properties.Parameters.audit_logs` is unknown
    When the policy SPILE-DOC-005 is evaluated
    Then the verdict for Settings is unknown

  Scenario: A template without parameter groups
    Given `Settings` is removed
    When the policy SPILE-DOC-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_docdb_cluster_parameter_group.own:
        family: docdb5.0
        parameter: [{name: audit_logs, value: all}]
      """
    When the policy SPILE-DOC-005 is evaluated
    Then the verdict for aws_docdb_cluster_parameter_group.own is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_docdb_cluster_parameter_group.own:
        family: docdb5.0
        parameter: [{name: audit_logs, value: disabled}]
      """
    When the policy SPILE-DOC-005 is evaluated
    Then the verdict for aws_docdb_cluster_parameter_group.own is fail

  Scenario: A plan of Terraform that leaves the parameter as it is
    Given the planned resources:
      """yaml
      aws_docdb_cluster_parameter_group.own:
        family: docdb5.0
      """
    When the policy SPILE-DOC-005 is evaluated
    Then the verdict for aws_docdb_cluster_parameter_group.own is fail
