Feature: What the container runs is written as a list

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      <line>
      """
    When the policy SPILE-DOCKER-029 is evaluated
    Then the verdict for CMD is <verdict>

    Examples:
      | case    | line        | verdict |
      | a list  | CMD ["app"] | pass    |
      | a shell | CMD app     | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      CMD app --port 80
      """
    When the policy SPILE-DOCKER-029 is evaluated
    Then the finding for CMD is at line 2, column 5
    And the message for CMD is "a shell stands between the container and the command, and keeps its signals"
    And the severity for CMD is low

  Scenario: A shell as entry point
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ENTRYPOINT app
      """
    When the policy SPILE-DOCKER-029 is evaluated
    Then the verdict for ENTRYPOINT is fail

  Scenario Outline: A shell that is chosen
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      SHELL ["/bin/bash", "-c"]
      <line>
      """
    When the policy SPILE-DOCKER-029 is evaluated
    Then nothing was evaluated

    Examples:
      | line           |
      | CMD app        |
      | ENTRYPOINT app |
