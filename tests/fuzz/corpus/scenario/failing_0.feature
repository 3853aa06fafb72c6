@failing
Feature: Every step, not holding
  What `spile test` says of each is in failing.expected.

  Background:
    Given the template:
      """yaml
      Parameters:
        Stage: {Type: String, AllowedValues: [prod, dev]}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: !If [IsProd, none, rot13]
        Jobs:
          Type: AWS::SQS::Queue
      """

    Scenario: A second template without a path
      Given the template:
        """
        Resources: {}
        """
      Then there are no findings

    Scenario: A template of an unknown kind
      Given the template "x.yaml":
        """yml2
        Resources: {}
        """
      Then there are no findings

    Scenario: A path and a doc string that disagree
      Given the template "x.yaml":
        """json
        {"Resources": {}}
        """
      Then there are no findings

    Scenario: A path that leads outside
      Given the template "../x.yaml":
        """
        Resources: {}
        """
      Then there are no findings

    Scenario: A template without its doc string
      Given the template "x.yaml":
      Then there are no findings

    Scenario: A doc string that no step takes
      Given the template file "site.yaml"
        """
        Resources: {}
        """
      Then there are no findings

    Scenario: A Dockerfile of another type
      Given the Dockerfile:
        """yaml
        FROM scratch
        """
      Then there are no findings

    Scenario: Two Dockerfiles of one path
      Given the Dockerfile:
        """
        FROM scratch
        """
      And the Dockerfile "Dockerfile":
        """
        FROM scratch
        """
      Then there are no findings

    Scenario: A Dockerfile that is not there
      Given the Dockerfile file "wep.Dockerfile"
      Then there are no findings

    Scenario: A Dockerfile that Docker refuses
      Given the Dockerfile:
        """
        RUNN x
        """
      When all policies are evaluated
      Then there are no findings

    Scenario: A build argument that no Dockerfile declares
      Given the Dockerfile:
        """
        ARG VERSION
        FROM scratch
        """
      And the build argument "VERSIONS" is "1"
      When all policies are evaluated
      Then there are no findings

    Scenario: A build target that no Dockerfile has
      Given the Dockerfile:
        """
        FROM scratch AS web
        """
      And the build target is "wep"
      When all policies are evaluated
      Then there are no findings

    Scenario: An edit of a Dockerfile
      Given the Dockerfile:
        """
        FROM scratch
        """
      And `RUN.text` is removed
      Then there are no findings

    Scenario: A table that no step takes
      Given the date is 2026-01-01
        | a |
      Then there are no findings

    Scenario: A file that is not there
      Given the template file "sight.yaml"
      Then there are no findings

    Scenario: A template that cannot be read
      Given the template "x.yaml":
        """
        Resources:
          A: {Type: AWS::S3::Bucket}
          A: {Type: AWS::SQS::Queue}
        """
      When all policies are evaluated
      Then there are no findings

