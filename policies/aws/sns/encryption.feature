Feature: Topics are encrypted

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
    When the policy SPILE-SNS-004 is evaluated
    Then the verdict for News is <verdict>

    Examples:
      | case                     | value             | verdict |
      | an alias                 | alias/news        | pass    |
      | the key of AWS           | alias/aws/sns     | pass    |
      | refused in so many words | !Ref AWS::NoValue | fail    |

  Scenario: No key is named
    Given `News.Properties.KmsMasterKeyId` is removed
    When the policy SPILE-SNS-004 is evaluated
    Then the verdict for News is fail

  Scenario: The finding says what is wrong, and where
    Given `News.Properties.KmsMasterKeyId` is removed
    When the policy SPILE-SNS-004 is evaluated
    Then the finding for News is at `News.Properties`
    And the message for News is "messages rest unencrypted in News"
    And the severity for News is medium
    And News passes once `News.Properties.KmsMasterKeyId` is set to `alias/news`

  Scenario: Nobody can tell
    Given `News.Properties` is unknown
    When the policy SPILE-SNS-004 is evaluated
    Then the verdict for News is unknown

  Scenario: A template without topics
    Given `News.Type` is set to `AWS::SQS::Queue`
    When the policy SPILE-SNS-004 is evaluated
    Then nothing was evaluated

  Scenario: Which key it is need not be known
    Given `News.Properties.KmsMasterKeyId` is unknown
    When the policy SPILE-SNS-004 is evaluated
    Then the verdict for News is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_sns_topic.news:
        kms_master_key_id: <value>
      """
    When the policy SPILE-SNS-004 is evaluated
    Then the verdict for aws_sns_topic.news is <verdict>

    Examples:
      | case                       | value      | verdict |
      | a key                      | alias/news | pass    |
      | a key that is made with it | !unknown   | pass    |
      | none                       | null       | fail    |
