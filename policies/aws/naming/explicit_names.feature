Feature: Resources are not named by hand

  Background:
    Given the template:
      """yaml
      Resources:
        Readers:
          Type: AWS::IAM::Group
          Properties:
            Path: /
      """

  Scenario Outline: <case>
    Given `<place>` is set to `<value>`
    When the policy SPILE-NAME-001 is evaluated
    Then the verdict for Readers is <verdict>

    Examples:
      | case                        | place                        | value                            | verdict |
      | a name                      | Readers.Properties.GroupName | readers                          | fail    |
      | a name that is put together | Readers.Properties.GroupName | !Sub "${AWS::StackName}-readers" | fail    |
      | no name                     | Readers.Properties.GroupName | !Ref AWS::NoValue                | pass    |
      | no word about it            | Readers.Properties.Path      | /staff/                          | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Readers.Properties.GroupName` is set to `readers`
    When the policy SPILE-NAME-001 is evaluated
    Then the finding for Readers is at `Readers.Properties.GroupName`
    And the message for Readers is "Readers has a name of its own: a change that replaces it fails while the old one is there"
    And the severity for Readers is info
    And Readers passes once `Readers.Properties.GroupName` is removed

  Scenario: Nobody can tell
    Given `Readers.Properties` is unknown
    When the policy SPILE-NAME-001 is evaluated
    Then the verdict for Readers is unknown

  Scenario: Other resources may have names
    Given `Readers.Type` is set to `AWS::S3::Bucket`
    When the policy SPILE-NAME-001 is evaluated
    Then nothing was evaluated

  Scenario Outline: <type> has its name in <property>
    Given `Readers` is set to `{Type: <type>, Properties: {<property>: own}}`
    When the policy SPILE-NAME-001 is evaluated
    Then the verdict for Readers is fail

    Examples:
      | type                                      | property             |
      | AWS::ApiGateway::ApiKey                   | Name                 |
      | AWS::CloudWatch::Alarm                    | AlarmName            |
      | AWS::CodeDeploy::DeploymentConfig         | DeploymentConfigName |
      | AWS::CodeDeploy::DeploymentGroup          | DeploymentGroupName  |
      | AWS::DynamoDB::Table                      | TableName            |
      | AWS::EC2::SecurityGroup                   | GroupName            |
      | AWS::ECR::Repository                      | RepositoryName       |
      | AWS::ElasticLoadBalancingV2::LoadBalancer | Name                 |
      | AWS::Elasticsearch::Domain                | DomainName           |
      | AWS::IAM::Group                           | GroupName            |
      | AWS::IAM::ManagedPolicy                   | ManagedPolicyName    |
      | AWS::IAM::Role                            | RoleName             |
      | AWS::Kinesis::Stream                      | Name                 |
      | AWS::RDS::DBInstance                      | DBInstanceIdentifier |
