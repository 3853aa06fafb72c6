Feature: Data warehouses refuse connections without TLS
  Clients of Redshift speak TLS if they like. The parameter require_ssl refuses those who do not.

  Background:
    Given the template:
      """yaml
      Resources:
        Settings:
          Type: AWS::Redshift::ClusterParameterGroup
          Properties:
            Description: sales
            ParameterGroupFamily: redshift-2.0
            Parameters:
              - {ParameterName: enable_user_activity_logging, ParameterValue: "true"}
              - {ParameterName: require_ssl, ParameterValue: "true"}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: TLS is required
    Given `Settings.Properties.Parameters[1].ParameterValue` is set to <value>
    When the policy SPILE-RED-007 is evaluated
    Then the verdict for Settings is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |
      | `TRUE`   |

  Scenario: TLS is left to clients
    Given `Settings.Properties.Parameters[1].ParameterValue` is set to `false`
    When the policy SPILE-RED-007 is evaluated
    Then the verdict for Settings is fail
    And the severity for Settings is medium
    And the message for Settings is "clusters of Settings take connections that are not encrypted"

  Scenario Outline: The parameter is not set
    Given `Settings.Properties.<what>` is removed
    When the policy SPILE-RED-007 is evaluated
    Then the verdict for Settings is fail

    Examples:
      | what          |
      | Parameters[1] |
      | Parameters    |

  Scenario: Another parameter that is true does not help
    Given `Settings.Properties.Parameters[1]` is removed
    When the policy SPILE-RED-007 is evaluated
    Then the verdict for Settings is fail

  Scenario: Somebody decides when the stack is made
    Given `Settings.Properties.Parameters[1].ParameterValue` is unknown
    When the policy SPILE-RED-007 is evaluated
    Then the verdict for Settings is unknown

  Scenario: A template without parameter groups
    Given `Settings` is removed
    When the policy SPILE-RED-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_parameter_group.own:
        family: redshift-1.0
        parameter: [{name: require_ssl, value: "true"}]
      """
    When the policy SPILE-RED-007 is evaluated
    Then the verdict for aws_redshift_parameter_group.own is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_parameter_group.own:
        family: redshift-1.0
        parameter: [{name: require_ssl, value: "false"}]
      """
    When the policy SPILE-RED-007 is evaluated
    Then the verdict for aws_redshift_parameter_group.own is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_redshift_parameter_group.own:
        family: redshift-1.0
        parameter: [{name: require_ssl, value: !unknown }]
      """
    When the policy SPILE-RED-007 is evaluated
    Then the verdict for aws_redshift_parameter_group.own is unknown
