Feature: Kafka names the key that encrypts its volumes

  Background:
    Given the template:
      """yaml
      Resources:
        Log:
          Type: AWS::MSK::Cluster
          Properties:
            ClusterName: log
            KafkaVersion: 3.8.x
            NumberOfBrokerNodes: 3
            BrokerNodeGroupInfo:
              ClientSubnets: [subnet-1, subnet-2, subnet-3]
              InstanceType: kafka.m7g.large
            EncryptionInfo:
              EncryptionInTransit: {ClientBroker: TLS, InCluster: true}
            LoggingInfo:
              BrokerLogs:
                CloudWatchLogs: {Enabled: true, LogGroup: kafka}
      """

  Scenario Outline: <case>
    Given `Log.Properties.EncryptionInfo.EncryptionAtRest` is set to `<value>`
    When the policy SPILE-MSK-004 is evaluated
    Then the verdict for Log is <verdict>

    Examples:
      | case              | value                           | verdict |
      | named             | {DataVolumeKMSKeyId: alias/log} | pass    |
      | nothing in quotes | {DataVolumeKMSKeyId: ""}        | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Log.Properties.EncryptionInfo.EncryptionAtRest` is set to `{}`
    When the policy SPILE-MSK-004 is evaluated
    Then the finding for Log is at `Log.Properties.EncryptionInfo.EncryptionAtRest`
    And the message for Log is "the volumes of Log are encrypted by a key whose policy the account does not decide"
    And the severity for Log is low
    And Log passes once `Log.Properties.EncryptionInfo.EncryptionAtRest` is set to `{DataVolumeKMSKeyId: alias/log}`

  Scenario: Nobody can tell
    Given `Log.Properties.EncryptionInfo.EncryptionAtRest` is unknown
    When the policy SPILE-MSK-004 is evaluated
    Then the verdict for Log is unknown

  Scenario: A template without clusters
    Given `Log.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-MSK-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_msk_cluster.k:
        cluster_name: k
        encryption_info: [{encryption_at_rest_kms_key_arn: !ref aws_kms_key.own.arn }]
      aws_kms_key.own: {}
      """
    When the policy SPILE-MSK-004 is evaluated
    Then the verdict for aws_msk_cluster.k is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_msk_cluster.k:
        cluster_name: k
      """
    When the policy SPILE-MSK-004 is evaluated
    Then the verdict for aws_msk_cluster.k is fail
