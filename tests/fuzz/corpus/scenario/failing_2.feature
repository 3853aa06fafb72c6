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

    Scenario: An unknown value at a place that cannot be made
      Given `Logs.Properties.Tags[4]` is unknown
      Then there are no findings



    Scenario: A policy that is not there
      When the policy ORG-S3-01 is evaluated
      Then there are no findings

    Scenario: A pack that is not there
      When the pack "org.feature" is evaluated
      Then there are no findings

    Scenario: A policy that is for nothing here
      When the policy ORG-IAM-001 is evaluated
      Then there are no findings

    Scenario: A policy that is not applicable
      Given `Logs.Properties.Tags` is set to `[{Key: scratch, Value: "true"}]`
      When the policy ORG-S3-001 is evaluated
      Then there are no findings



    Scenario: No evaluation
      Then there are no findings

    Scenario: No evaluation since an edit
      When the policy ORG-S3-001 is evaluated
      Given `Logs.Properties.BucketEncryption` is removed
      Then the verdict for Logs is fail

    Scenario: Another verdict
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is pass

    Scenario: A verdict that is none
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is failed

    Scenario: A resource that is no subject
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Jobs is not applicable

    Scenario: A verdict of several policies
      When all policies are evaluated
      Then the verdict for Logs is fail

    Scenario: A verdict of a policy that was not evaluated
      When the policy ORG-S3-001 is evaluated
      Then the verdict of ORG-S3-002 for Logs is fail

    Scenario: Another verdict of one policy
      When all policies are evaluated
      Then the verdict of ORG-S3-002 for Logs is pass

    Scenario: Other findings
      When all policies are evaluated
      Then the findings are exactly:
        | policy     | resource | when           |
        | ORG-S3-001 | Logs     | IsProd is true |
        | ORG-S3-002 | Logs     | always         |

    Scenario: Findings in a column that is not there
      When all policies are evaluated
      Then the findings are exactly:
        | polciy     |
        | ORG-S3-001 |

    Scenario: Findings of nothing
      When all policies are evaluated
      Then the findings are exactly:
        | policy |

    Scenario: Findings of names that mean nothing
      When all policies are evaluated
      Then the findings are exactly:
        | policy     | resource |
        | ORG-S3-001 | Log      |

    Scenario: Findings where none are expected
      When all policies are evaluated
      Then there are no findings

    Scenario: Something was evaluated
      When the policy ORG-S3-001 is evaluated
      Then nothing was evaluated

