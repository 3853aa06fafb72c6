Feature: Topics are encrypted with a key of your own

  Background:
    Given the template:
      """yaml
      Resources:
        News:
          Type: AWS::SNS::Topic
          Properties:
            KmsMasterKeyId: alias/news
      """

  Scenario Outline: <case>
    Given `News.Properties.KmsMasterKeyId` is set to `<value>`
    When the policy SPILE-SNS-005 is evaluated
    Then the verdict for News is <verdict>

    Examples:
      | case               | value         | verdict |
      | a key of one's own | alias/news    | pass    |
      | the key of AWS     | alias/aws/sns | fail    |

  Scenario: The finding says what is wrong, and where
    Given `News.Properties.KmsMasterKeyId` is set to `alias/aws/sns`
    When the policy SPILE-SNS-005 is evaluated
    Then the finding for News is at `News.Properties.KmsMasterKeyId`
    And the message for News is "News is encrypted with the key that AWS manages: its use can be neither refused nor followed"
    And the severity for News is info
    And News passes once `News.Properties.KmsMasterKeyId` is set to `alias/news`

  Scenario: Nobody can tell
    Given `News.Properties.KmsMasterKeyId` is unknown
    When the policy SPILE-SNS-005 is evaluated
    Then the verdict for News is unknown

  Scenario: Encryption is asked for by another policy
    Given `News.Properties.KmsMasterKeyId` is removed
    When the policy SPILE-SNS-005 is evaluated
    Then the verdict for News is not applicable

  Scenario: A template without topics
    Given `News.Type` is set to `AWS::SQS::Queue`
    When the policy SPILE-SNS-005 is evaluated
    Then nothing was evaluated

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic.news:
        kms_master_key_id: <value>
      """
    When the policy SPILE-SNS-005 is evaluated
    Then the verdict for aws_sns_topic.news is <verdict>

    Examples:
      | case              | value         | verdict        |
      | a key of your own | alias/own     | pass           |
      | AWS's             | alias/aws/sns | fail           |
      | none              | null          | not applicable |
      | nobody can tell   | !unknown      | unknown        |
