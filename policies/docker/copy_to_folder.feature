Feature: Several sources are copied to a folder

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      <line>
      """
    When the policy SPILE-DOCKER-020 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case               | line             | verdict        |
      | a folder           | COPY a b /app/   | pass           |
      | where it is        | COPY a b .       | pass           |
      | above it           | COPY a b ..      | pass           |
      | that very folder   | COPY a b /app/.  | pass           |
      | a file             | COPY a b /app    | fail           |
      | known at the build | COPY a b $WHERE  | unknown        |
      | a folder at least  | COPY a b $WHERE/ | pass           |
      | one source         | COPY a /app      | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      COPY a b /app
      """
    When the policy SPILE-DOCKER-020 is evaluated
    Then the finding for COPY is at line 3, column 10
    And the message for COPY is "several files cannot be copied to /app"
    And the severity for COPY is high
