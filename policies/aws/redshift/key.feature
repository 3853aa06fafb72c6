Feature: Data warehouses name the key that encrypts them
  Of a key of one's own, one can say who may use it, and take that away.

  Background:
    Given the template:
      """yaml
      Resources:
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            NodeType: ra3.large
            Encrypted: true
            KmsKeyId: alias/sales
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A key is named
    When the policy SPILE-RED-006 is evaluated
    Then the verdict for Sales is pass

  Scenario: No key is named
    Given `Sales.Properties.KmsKeyId` is removed
    When the policy SPILE-RED-006 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is low
    And the finding for Sales is at `Sales.Properties`
    And the message for Sales is "Sales names no key of its own"
    And Sales passes once `Sales.Properties.KmsKeyId` is set to `alias/sales`

  Scenario: A condition decides whether a key is named
    Given `Conditions` is set to `{OwnKey: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Sales.Properties.KmsKeyId` is set to `!If [OwnKey, alias/sales, !Ref AWS::NoValue]`
    When the policy SPILE-RED-006 is evaluated
    Then the verdict for Sales is fail
    And Sales fails when "OwnKey is false"

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-006 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        kms_key_id: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-RED-006 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        encrypted: true
      """
    When the policy SPILE-RED-006 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail
