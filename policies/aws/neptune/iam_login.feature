Feature: Requests to graph databases are signed by IAM
  A graph database has no users and no passwords of its own: whoever reaches it may ask, unless requests must be
  signed.

  Background:
    Given the template:
      """yaml
      Resources:
        Graph:
          Type: AWS::Neptune::DBCluster
          Properties:
            IamAuthEnabled: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Signatures are required
    When the policy SPILE-NEP-004 is evaluated
    Then the verdict for Graph is pass

  Scenario Outline: Signatures are not required
    Given `Graph.Properties.IamAuthEnabled` is set to <value>
    When the policy SPILE-NEP-004 is evaluated
    Then the verdict for Graph is fail
    And the severity for Graph is medium
    And the finding for Graph is at `Graph.Properties.IamAuthEnabled`
    And the message for Graph is "whoever reaches Graph may ask it for everything"
    And Graph passes once `Graph.Properties.IamAuthEnabled` is set to `true`

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario: Signatures are not mentioned
    Given `Graph.Properties.IamAuthEnabled` is removed
    When the policy SPILE-NEP-004 is evaluated
    Then the verdict for Graph is fail
    And the finding for Graph is at `Graph.Properties`
    And the message for Graph is "whoever reaches Graph may ask it for everything"

  Scenario: Somebody decides when the stack is made
    Given `Graph.Properties.IamAuthEnabled` is unknown
    When the policy SPILE-NEP-004 is evaluated
    Then the verdict for Graph is unknown

  Scenario: A template without graph databases
    Given `Graph` is removed
    When the policy SPILE-NEP-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        iam_database_authentication_enabled: true
      """
    When the policy SPILE-NEP-004 is evaluated
    Then the verdict for aws_neptune_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        iam_database_authentication_enabled: false
      """
    When the policy SPILE-NEP-004 is evaluated
    Then the verdict for aws_neptune_cluster.db is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        iam_database_authentication_enabled: !unknown
      """
    When the policy SPILE-NEP-004 is evaluated
    Then the verdict for aws_neptune_cluster.db is unknown
