Feature: Queues are encrypted with a key of your own

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
    When the policy SPILE-SQS-007 is evaluated
    Then the verdict for Jobs is <verdict>

    Examples:
      | case               | value         | verdict |
      | a key of one's own | alias/jobs    | pass    |
      | the key of AWS     | alias/aws/sqs | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Jobs.Properties.KmsMasterKeyId` is set to `alias/aws/sqs`
    When the policy SPILE-SQS-007 is evaluated
    Then the finding for Jobs is at `Jobs.Properties.KmsMasterKeyId`
    And the message for Jobs is "Jobs is encrypted with the key that AWS manages: its use can be neither refused nor followed"
    And the severity for Jobs is info
    And Jobs passes once `Jobs.Properties.KmsMasterKeyId` is set to `alias/jobs`

  Scenario: Nobody can tell
    Given `Jobs.Properties.KmsMasterKeyId` is unknown
    When the policy SPILE-SQS-007 is evaluated
    Then the verdict for Jobs is unknown

  Scenario: Encryption is asked for by another policy
    Given `Jobs.Properties.KmsMasterKeyId` is removed
    When the policy SPILE-SQS-007 is evaluated
    Then the verdict for Jobs is not applicable

  Scenario: A template without queues
    Given `Jobs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SQS-007 is evaluated
    Then nothing was evaluated

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue.jobs:
        kms_master_key_id: <value>
      """
    When the policy SPILE-SQS-007 is evaluated
    Then the verdict for aws_sqs_queue.jobs is <verdict>

    Examples:
      | case              | value         | verdict        |
      | a key of your own | alias/own     | pass           |
      | AWS's             | alias/aws/sqs | fail           |
      | none              | null          | not applicable |
      | nobody can tell   | !unknown      | unknown        |
