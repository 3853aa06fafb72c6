Feature: Kafka speaks TLS only

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
    Given `Log.Properties.EncryptionInfo.EncryptionInTransit` is set to `<value>`
    When the policy SPILE-MSK-001 is evaluated
    Then the verdict for Log is <verdict>

    Examples:
      | case                                   | value                                          | verdict |
      | TLS                                    | {ClientBroker: TLS, InCluster: true}           | pass    |
      | TLS, which is so where nothing is said | {}                                             | pass    |
      | both for clients                       | {ClientBroker: TLS_PLAINTEXT, InCluster: true} | fail    |
      | clear text for clients                 | {ClientBroker: PLAINTEXT, InCluster: true}     | fail    |
      | clear text among brokers               | {ClientBroker: TLS, InCluster: false}          | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Log.Properties.EncryptionInfo.EncryptionInTransit.ClientBroker` is set to `TLS_PLAINTEXT`
    When the policy SPILE-MSK-001 is evaluated
    Then the finding for Log is at `Log.Properties.EncryptionInfo.EncryptionInTransit.ClientBroker`
    And the message for Log is "clients may talk to Log in clear text"
    And the severity for Log is high
    And Log passes once `Log.Properties.EncryptionInfo.EncryptionInTransit.ClientBroker` is set to `TLS`

  Scenario: Nothing is said of encryption
    Given `Log.Properties.EncryptionInfo` is removed
    When the policy SPILE-MSK-001 is evaluated
    Then the verdict for Log is fail

  Scenario: Nobody can tell
    Given `Log.Properties.EncryptionInfo.EncryptionInTransit.ClientBroker` is unknown
    When the policy SPILE-MSK-001 is evaluated
    Then the verdict for Log is unknown

  Scenario: Brokers may talk in clear text
    Given `Log.Properties.EncryptionInfo.EncryptionInTransit.InCluster` is unknown
    When the policy SPILE-MSK-001 is evaluated
    Then the verdict for Log is unknown

  Scenario: Nothing is known of the cluster
    Given `Log.Properties` is unknown
    When the policy SPILE-MSK-001 is evaluated
    Then the verdict for Log is unknown

  Scenario: A template without clusters
    Given `Log.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-MSK-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_msk_cluster.k:
        cluster_name: k
        encryption_info: [{encryption_in_transit: [{client_broker: TLS, in_cluster: true}]}]
      """
    When the policy SPILE-MSK-001 is evaluated
    Then the verdict for aws_msk_cluster.k is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_msk_cluster.k:
        cluster_name: k
        encryption_info: [{encryption_in_transit: [{client_broker: TLS_PLAINTEXT, in_cluster: true}]}]
      """
    When the policy SPILE-MSK-001 is evaluated
    Then the verdict for aws_msk_cluster.k is fail
