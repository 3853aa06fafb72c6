Feature: Queues are encrypted

  Background:
    Given the template:
      """yaml
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            SqsManagedSseEnabled: true
      """

  Scenario Outline: <case>
    Given `Jobs.Properties.SqsManagedSseEnabled` is set to `<value>`
    When the policy SPILE-SQS-006 is evaluated
    Then the verdict for Jobs is <verdict>

    Examples:
      | case                   | value  | verdict |
      | keys of SQS            | true   | pass    |
      | keys of SQS, as a text | "true" | pass    |
      | none                   | false  | fail    |

  Scenario: Nothing is stated
    Given `Jobs.Properties.SqsManagedSseEnabled` is removed
    When the policy SPILE-SQS-006 is evaluated
    Then the verdict for Jobs is fail

  Scenario: The finding says what is wrong, and where
    Given `Jobs.Properties.SqsManagedSseEnabled` is set to `false`
    When the policy SPILE-SQS-006 is evaluated
    Then the finding for Jobs is at `Jobs.Properties`
    And the message for Jobs is "Jobs does not state that messages rest encrypted"
    And the severity for Jobs is medium
    And Jobs passes once `Jobs.Properties.SqsManagedSseEnabled` is set to `true`

  Scenario: Nobody can tell
    Given `Jobs.Properties.SqsManagedSseEnabled` is unknown
    When the policy SPILE-SQS-006 is evaluated
    Then the verdict for Jobs is unknown

  Scenario: A template without queues
    Given `Jobs.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-SQS-006 is evaluated
    Then nothing was evaluated

  Scenario: A key of KMS will do as well
    Given `Jobs.Properties.SqsManagedSseEnabled` is removed
    And `Jobs.Properties.KmsMasterKeyId` is set to `alias/jobs`
    When the policy SPILE-SQS-006 is evaluated
    Then the verdict for Jobs is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sqs_queue.jobs:
        <attribute>: <value>
      """
    When the policy SPILE-SQS-006 is evaluated
    Then the verdict for aws_sqs_queue.jobs is <verdict>

    Examples:
      | case              | attribute               | value      | verdict |
      | keys of SQS       | sqs_managed_sse_enabled | true       | pass    |
      | a key of KMS      | kms_master_key_id       | alias/jobs | pass    |
      | none              | sqs_managed_sse_enabled | false      | fail    |
      | nothing is stated | name                    | jobs       | fail    |
      | nobody can tell   | sqs_managed_sse_enabled | !unknown   | unknown |
