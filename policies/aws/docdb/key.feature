Feature: Document databases name the key that encrypts them
  Of a key of one's own, one can say who may use it, and take that away.

  Background:
    Given the template:
      """yaml
      Resources:
        Files:
          Type: AWS::DocDB::DBCluster
          Properties:
            StorageEncrypted: true
            KmsKeyId: alias/own
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A key is named
    When the policy SPILE-DOC-007 is evaluated
    Then the verdict for Files is pass

  Scenario: No key is named
    Given `Files.Properties.KmsKeyId` is removed
    When the policy SPILE-DOC-007 is evaluated
    Then the verdict for Files is fail
    And the severity for Files is low
    And the finding for Files is at `Files.Properties`
    And the message for Files is "Files names no key of its own"
    And Files passes once `Files.Properties.KmsKeyId` is set to `alias/own`

  Scenario: A key of the template is a key
    Given `Files.Properties.KmsKeyId` is set to `!GetAtt Alarms.TopicArn`
    When the policy SPILE-DOC-007 is evaluated
    Then the verdict for Files is pass

  Scenario: A condition decides whether a key is named
    Given `Conditions` is set to `{OwnKey: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Files.Properties.KmsKeyId` is set to `!If [OwnKey, alias/own, !Ref AWS::NoValue]`
    When the policy SPILE-DOC-007 is evaluated
    Then the verdict for Files is fail
    And Files fails when "OwnKey is false"

  Scenario: A template without document databases
    Given `Files` is removed
    When the policy SPILE-DOC-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        kms_key_id: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-DOC-007 is evaluated
    Then the verdict for aws_docdb_cluster.db is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_docdb_cluster.db:
        storage_encrypted: true
      """
    When the policy SPILE-DOC-007 is evaluated
    Then the verdict for aws_docdb_cluster.db is fail
