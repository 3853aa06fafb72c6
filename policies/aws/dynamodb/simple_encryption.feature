Feature: Tables of serverless templates are encrypted by a key of the account

  Background:
    Given the template:
      """yaml
      Resources:
        Carts:
          Type: AWS::Serverless::SimpleTable
          Properties:
            SSESpecification:
              SSEEnabled: true
      """

  Scenario Outline: <case>
    Given `Carts.Properties.SSESpecification.SSEEnabled` is set to `<value>`
    When the policy SPILE-DDB-006 is evaluated
    Then the verdict for Carts is <verdict>

    Examples:
      | case                    | value | verdict |
      | by a key of the account | true  | pass    |
      | by a key of the service | false | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Carts.Properties.SSESpecification` is removed
    When the policy SPILE-DDB-006 is evaluated
    Then the finding for Carts is at `Carts.Properties`
    And the message for Carts is "Carts is encrypted by a key that belongs to DynamoDB: nobody can refuse its use or see it"
    And the severity for Carts is medium
    And Carts passes once `Carts.Properties.SSESpecification` is set to `{SSEEnabled: true}`

  Scenario: Nobody can tell
    Given `Carts.Properties.SSESpecification.SSEEnabled` is unknown
    When the policy SPILE-DDB-006 is evaluated
    Then the verdict for Carts is unknown

  Scenario: A template without such tables
    Given `Carts.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-DDB-006 is evaluated
    Then nothing was evaluated
