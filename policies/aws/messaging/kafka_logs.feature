Feature: Kafka keeps the logs of its brokers

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
    Given `Log.Properties.LoggingInfo.BrokerLogs` is set to `<value>`
    When the policy SPILE-MSK-002 is evaluated
    Then the verdict for Log is <verdict>

    Examples:
      | case          | value                                                                 | verdict |
      | to CloudWatch | {CloudWatchLogs: {Enabled: true, LogGroup: kafka}}                    | pass    |
      | to a bucket   | {S3: {Enabled: true, Bucket: logs}}                                   | pass    |
      | to Firehose   | {Firehose: {Enabled: true, DeliveryStream: logs}}                     | pass    |
      | to one of two | {CloudWatchLogs: {Enabled: false}, S3: {Enabled: true, Bucket: logs}} | pass    |
      | nowhere       | {CloudWatchLogs: {Enabled: false}}                                    | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Log.Properties.LoggingInfo` is removed
    When the policy SPILE-MSK-002 is evaluated
    Then the finding for Log is at line 4
    And the message for Log is "the brokers of Log log nothing"
    And the severity for Log is medium
    And Log passes once `Log.Properties.LoggingInfo.BrokerLogs` is set to `{S3: {Enabled: true, Bucket: logs}}`

  Scenario: Nobody can tell
    Given `Log.Properties.LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled` is unknown
    When the policy SPILE-MSK-002 is evaluated
    Then the verdict for Log is unknown

  Scenario: A template without clusters
    Given `Log.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-MSK-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_msk_cluster.k:
        cluster_name: k
        logging_info: [{broker_logs: [{cloudwatch_logs: [{enabled: true, log_group: g}]}]}]
      """
    When the policy SPILE-MSK-002 is evaluated
    Then the verdict for aws_msk_cluster.k is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_msk_cluster.k:
        cluster_name: k
        logging_info: [{broker_logs: [{s3: [{enabled: false}]}]}]
      """
    When the policy SPILE-MSK-002 is evaluated
    Then the verdict for aws_msk_cluster.k is fail
