Feature: ENV and LABEL have an equals sign

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      <line>
      """
    When the policy SPILE-DOCKER-031 is evaluated
    Then the verdict for ENV is <verdict>

    Examples:
      | case           | line        | verdict |
      | an equals sign | ENV A=1 B=2 | pass    |
      | a blank        | ENV A 1     | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ENV A 1
      """
    When the policy SPILE-DOCKER-031 is evaluated
    Then the finding for ENV is at line 2, column 5
    And the message for ENV is "the name A and its value are divided by a blank"
    And the severity for ENV is info

  Scenario: A label
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL A 1
      """
    When the policy SPILE-DOCKER-031 is evaluated
    Then the verdict for LABEL is fail

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-031 is evaluated
    Then nothing was evaluated
