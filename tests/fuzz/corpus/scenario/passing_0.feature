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

    Scenario: Edits of the template
      Given `Logs.Properties.BucketEncryption` is removed
      And `Logs.Properties.Tags` is set to `[{Key: scratch, Value: "false"}]`
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is fail
      And the finding for Logs is at line 9
      And the finding for Logs is at line 9, column 5
      And the finding for Logs is at `Logs.Properties`
      And the message for Logs is "Logs is not encrypted at rest"
      And the message for Logs contains "not encrypted"
      And the severity for Logs is high
      And the remedy for Logs contains "into Logs"
      And Logs fails when "always"

    Scenario: A Dockerfile
      Given the Dockerfile:
        """dockerfile
        ARG BASE
        FROM ${BASE} AS build
        FROM scratch
        RUN sudo make
        """
      And the Dockerfile "web/Dockerfile":
        """
        FROM scratch
        """
      And the build argument "BASE" is "debian"
      And the build target is "build"
      Then `count(s for s: docker "stage") == 3` is true
      And `some s: docker "stage" where s.base.name == "debian"` is true
      And `count(s for s: docker "stage" where s.final == true) == 2` is true
      And `some r: docker "RUN", c in r.commands where c.name == "sudo"` is true

    Scenario: A Dockerfile from a file
      Given the Dockerfile file "web.Dockerfile"
      Then `some u: docker "USER" where u.user == "app"` is true

    Scenario: An edit of several lines
      Given `Logs.Properties.BucketEncryption` is set to:
        """
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: none
        """
      When the policy s3_encrypted is evaluated
      Then the reasons for Logs contain "is none"

