Feature: Data warehouses record connections and queries
  Redshift writes connections, logins and queries into a bucket, where one is named.

  Background:
    Given the template:
      """yaml
      Resources:
        Sales:
          Type: AWS::Redshift::Cluster
          Properties:
            ClusterType: single-node
            NodeType: ra3.large
            LoggingProperties: {BucketName: audit}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A bucket is named
    When the policy SPILE-RED-005 is evaluated
    Then the verdict for Sales is pass

  Scenario: No bucket is named
    Given `Sales.Properties.LoggingProperties.BucketName` is removed
    When the policy SPILE-RED-005 is evaluated
    Then the verdict for Sales is fail
    And the severity for Sales is medium
    And the finding for Sales is at `Sales.Properties.LoggingProperties`
    And the message for Sales is "nobody can tell later who asked Sales for what"
    And Sales passes once `Sales.Properties.LoggingProperties.BucketName` is set to `audit`

  Scenario: Nothing is said of logs
    Given `Sales.Properties.LoggingProperties` is removed
    When the policy SPILE-RED-005 is evaluated
    Then the verdict for Sales is fail
    And the finding for Sales is at `Sales.Properties`

  Scenario: A bucket that becomes known when the stack is made is a bucket
    Given `Sales.Properties.LoggingProperties.BucketName` is set to `!Ref AWS::StackName`
    When the policy SPILE-RED-005 is evaluated
    Then the verdict for Sales is pass

  Scenario: A template without warehouses
    Given `Sales` is removed
    When the policy SPILE-RED-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        cluster_identifier: dwh
      aws_redshift_logging.dwh:
        cluster_identifier: !ref aws_redshift_cluster.dwh.id
        log_destination_type: s3
        bucket_name: logs
      """
    When the policy SPILE-RED-005 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that keeps to it inside the cluster
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        logging: [{enable: true, bucket_name: logs}]
      """
    When the policy SPILE-RED-005 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_redshift_cluster.dwh:
        cluster_identifier: dwh
      """
    When the policy SPILE-RED-005 is evaluated
    Then the verdict for aws_redshift_cluster.dwh is fail
