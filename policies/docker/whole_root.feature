Feature: Not everything of a stage is copied

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12
      ARG WHERE
      <line>
      """
    When the policy SPILE-DOCKER-079 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case                      | line                        | verdict        |
      | a folder                  | COPY --from=build /app /app | pass           |
      | everything                | COPY --from=build / /       | fail           |
      | the same                  | COPY --from=build /. /      | fail           |
      | by a pattern              | COPY --from=build /* /      | fail           |
      | known at the build        | COPY --from=build $WHERE /  | unknown        |
      | what is sent to the build | COPY / /                    | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12
      ARG WHERE
      COPY --from=build / /
      """
    When the policy SPILE-DOCKER-079 is evaluated
    Then the finding for COPY is at line 4, column 19
    And the message for COPY is "all of build is copied, with what it was built with"
    And the severity for COPY is low
