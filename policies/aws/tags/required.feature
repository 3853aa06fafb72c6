Feature: Resources carry the organisation's tags

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            Tags:
              - {Key: owner, Value: storage-team}
              - {Key: stage, Value: prod}
      """

  Scenario: Without a list there is nothing to ask for
    When the policy SPILE-TAG-001 is evaluated
    Then the verdict for Logs is not applicable

  Scenario Outline: <wanted>: <verdict>
    Given the policy parameter "policies.aws.tags.required.required_tags" is `<wanted>`
    When the policy SPILE-TAG-001 is evaluated
    Then the verdict for Logs is <verdict>

    Examples:
      | wanted             | verdict |
      | {"owner"}          | pass    |
      | {"owner", "stage"} | pass    |
      | {"owner", "cost"}  | fail    |
      | {"Owner"}          | fail    |

  Scenario: The finding says what is asked for
    Given the policy parameter "policies.aws.tags.required.required_tags" is `{"cost"}`
    When the policy SPILE-TAG-001 is evaluated
    Then the finding for Logs is at `Logs.Properties.Tags`
    And the message for Logs contains "lacks tags out of"
    And the severity for Logs is low
    And Logs passes once `Logs.Properties.Tags[2]` is set to `{Key: cost, Value: "4711"}`

  Scenario: What takes no tags is left alone
    Given the policy parameter "policies.aws.tags.required.required_tags" is `{"owner"}`
    And `Logs.Type` is set to `AWS::S3::BucketPolicy`
    When the policy SPILE-TAG-001 is evaluated
    Then the verdict for Logs is not applicable

  Scenario: Nobody can tell which tags there are
    Given the policy parameter "policies.aws.tags.required.required_tags" is `{"owner"}`
    And `Logs.Properties.Tags` is unknown
    When the policy SPILE-TAG-001 is evaluated
    Then the verdict for Logs is unknown

  Scenario Outline: In a plan of Terraform, <wanted>: <verdict>
    Given the policy parameter "policies.aws.tags.required.required_tags" is `<wanted>`
    And the planned resources:
      """yaml
      aws_s3_bucket.logs:
        tags: {owner: storage-team}
      """
    When the policy SPILE-TAG-001 is evaluated
    Then the verdict for aws_s3_bucket.logs is <verdict>

    Examples:
      | wanted    | verdict |
      | {"owner"} | pass    |
      | {"cost"}  | fail    |
