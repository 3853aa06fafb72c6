@passing
Feature: Every step, holding
  One scenario at least for each step of docs/reference/steps.md.

  Background:
    Given the template:
      """yaml
      Parameters:
        Stage: {Type: String, AllowedValues: [prod, dev]}
        Algorithm: {Type: String}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
      """

    Scenario: Several subjects in one resource
      Given the template "roles.yaml":
        """
        Resources:
          Admin:
            Type: AWS::IAM::Role
            Properties:
              Policies:
                - PolicyName: read
                  PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]}
                - PolicyName: root
                  PolicyDocument: {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}
        """
      When the policy ORG-IAM-001 is evaluated
      Then the verdict for Admin[read] is pass
      And the verdict for Admin[root] is fail
      And the message for Admin[root] contains "root"
      And the findings are exactly:
        | resource    | line | column | message                           | when   |
        | Admin[root] | 9    | 39     | the policy root allows everything | always |



    Scenario: Every resource of a type
      Then every AWS::S3::Bucket has `it.BucketEncryption exists`
      And every s3.Bucket has `it.encryption.algorithm in {"aws:kms", "AES256"}`
      And every Resource has `it.type == "AWS::S3::Bucket"`

    Scenario: An expression over all documents
      Then `count(b for b: s3.Bucket) == 1` is true
      And `some q: cfn "AWS::SQS::Queue" where true` is false

    Scenario: An expression that depends on a parameter
      Given `Logs.Properties.BucketName` is set to `!Ref Stage`
      Then `some b: cfn "AWS::S3::Bucket" where b.BucketName == "dev"` is unknown

    Scenario: Who can reach whom
      Given the template "network.yaml":
        """
        Resources:
          Open:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
          Inner:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: database
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref Open}
          Web:
            Type: AWS::EC2::Instance
            Properties:
              NetworkInterfaces:
                - {DeviceIndex: "0", AssociatePublicIpAddress: true, GroupSet: [!Ref Open]}
          Database:
            Type: AWS::RDS::DBInstance
            Properties:
              PubliclyAccessible: false
              VPCSecurityGroups: [!Ref Inner]
        """
      Then "internet" can reach "Web" on 443
      And "internet" cannot reach "Web" on 22
      And "internet" cannot reach "Database" on 5432
      And "Web" can reach "Database" on 5432
      And "Web" cannot reach "Database" on 22
