Feature: Graph databases name the key that encrypts them
  Of a key of one's own, one can say who may use it, and take that away.

  Background:
    Given the template:
      """yaml
      Resources:
        Graph:
          Type: AWS::Neptune::DBCluster
          Properties:
            StorageEncrypted: true
            KmsKeyId: alias/own
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A key is named
    When the policy SPILE-NEP-005 is evaluated
    Then the verdict for Graph is pass

  Scenario: No key is named
    Given `Graph.Properties.KmsKeyId` is removed
    When the policy SPILE-NEP-005 is evaluated
    Then the verdict for Graph is fail
    And the severity for Graph is low
    And the finding for Graph is at `Graph.Properties`
    And the message for Graph is "Graph names no key of its own"
    And Graph passes once `Graph.Properties.KmsKeyId` is set to `alias/own`

  Scenario: A key of the template is a key
    Given `Graph.Properties.KmsKeyId` is set to `!GetAtt Alarms.TopicArn`
    When the policy SPILE-NEP-005 is evaluated
    Then the verdict for Graph is pass

  Scenario: A condition decides whether a key is named
    Given `Conditions` is set to `{OwnKey: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Graph.Properties.KmsKeyId` is set to `!If [OwnKey, alias/own, !Ref AWS::NoValue]`
    When the policy SPILE-NEP-005 is evaluated
    Then the verdict for Graph is fail
    And Graph fails when "OwnKey is false"

  Scenario: A template without graph databases
    Given `Graph` is removed
    When the policy SPILE-NEP-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        kms_key_arn: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-NEP-005 is evaluated
    Then the verdict for aws_neptune_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_neptune_cluster.db:
        storage_encrypted: true
      """
    When the policy SPILE-NEP-005 is evaluated
    Then the verdict for aws_neptune_cluster.db is fail
