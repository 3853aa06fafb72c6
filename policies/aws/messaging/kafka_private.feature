Feature: Kafka has no public address

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

  Scenario: Not to say it is to be private
    When the policy SPILE-MSK-003 is evaluated
    Then the verdict for Log is pass

  Scenario Outline: <case>
    Given `Log.Properties.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type` is set to `<value>`
    When the policy SPILE-MSK-003 is evaluated
    Then the verdict for Log is <verdict>

    Examples:
      | case    | value                 | verdict |
      | private | DISABLED              | pass    |
      | public  | SERVICE_PROVIDED_EIPS | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Log.Properties.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type` is set to `SERVICE_PROVIDED_EIPS`
    When the policy SPILE-MSK-003 is evaluated
    Then the finding for Log is at `Log.Properties.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type`
    And the message for Log is "the brokers of Log have addresses on the internet"
    And the severity for Log is high
    And Log passes once `Log.Properties.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type` is set to `DISABLED`

  Scenario: Nobody can tell
    Given `Log.Properties.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type` is unknown
    When the policy SPILE-MSK-003 is evaluated
    Then the verdict for Log is unknown

  Scenario: A template without clusters
    Given `Log.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-MSK-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_msk_cluster.k:
        cluster_name: k
      """
    When the policy SPILE-MSK-003 is evaluated
    Then the verdict for aws_msk_cluster.k is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_msk_cluster.k:
        cluster_name: k
        broker_node_group_info: [{connectivity_info: [{public_access: [{type: SERVICE_PROVIDED_EIPS}]}]}]
      """
    When the policy SPILE-MSK-003 is evaluated
    Then the verdict for aws_msk_cluster.k is fail
