Feature: A relative WORKDIR stands below one of the same file

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      <line>
      """
    When the policy SPILE-DOCKER-016 is evaluated
    Then the verdict for WORKDIR is <verdict>

    Examples:
      | case               | line           | verdict |
      | absolute           | WORKDIR /app   | pass    |
      | relative           | WORKDIR app    | fail    |
      | known at the build | WORKDIR $WHERE | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      WORKDIR app
      """
    When the policy SPILE-DOCKER-016 is evaluated
    Then the finding for WORKDIR is at line 3, column 9
    And the message for WORKDIR is "app is below whatever folder the base image sets"
    And the severity for WORKDIR is medium

  Scenario: Below one of the same file
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      WORKDIR /app
      WORKDIR lib
      """
    When the policy SPILE-DOCKER-016 is evaluated
    Then there are no findings

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-016 is evaluated
    Then nothing was evaluated
