Feature: Queues are encrypted with a key of KMS

  Background:
    Given the template:
      """yaml
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            KmsMasterKeyId: alias/jobs
      """

  Scenario Outline: <case>
    Given `Jobs.Properties.KmsMasterKeyId` is set to `<value>`
    When the policy SPILE-SQS-005 is evaluated
    Then the verdict for Jobs is <verdict>

    Examples:
      | case                     | value             | verdict |
      | an alias                 | alias/jobs        | pass    |
      | the key of AWS           | alias/aws/sqs     | pass    |
      | refused in so many words | !Ref AWS::NoValue | fail    |

  Scenario: No key is named
    Given `Jobs.Properties.KmsMasterKeyId` is removed
    When the policy SPILE-SQS-005 is evaluated
    Then the verdict for Jobs is fail

  Scenario: The finding says what is wrong, and where
    Given `Jobs.Properties.KmsMasterKeyId` is removed
    When the policy SPILE-SQS-005 is evaluated
    Then the finding for Jobs is at `Jobs.Properties`
    And the message for Jobs is "Jobs names no key for its messages"
    And the severity for Jobs is medium
    And Jobs passes once `Jobs.Properties.KmsMasterKeyId` is set to `alias/jobs`

  Scenario: Nobody can tell
    Given `Jobs.Properties` is unknown
    When the policy SPILE-SQS-005 is evaluated
    Then the verdict for Jobs is unknown

  Scenario: A template without queues
    Given `Jobs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SQS-005 is evaluated
    Then nothing was evaluated

  Scenario: Which key it is need not be known
    Given `Jobs.Properties.KmsMasterKeyId` is unknown
    When the policy SPILE-SQS-005 is evaluated
    Then the verdict for Jobs is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue.jobs:
        kms_master_key_id: <value>
      """
    When the policy SPILE-SQS-005 is evaluated
    Then the verdict for aws_sqs_queue.jobs is <verdict>

    Examples:
      | case                       | value      | verdict |
      | a key                      | alias/jobs | pass    |
      | a key that is made with it | !unknown   | pass    |
      | none                       | null       | fail    |
