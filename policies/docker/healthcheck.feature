Feature: Dockerfiles say how the health of the container is seen

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      <line>
      """
    When the policy SPILE-DOCKER-028 is evaluated
    Then the verdict for final is <verdict>

    Examples:
      | case             | line                                      | verdict |
      | a command        | HEALTHCHECK CMD wget -q http://localhost/ | pass    |
      | none, on purpose | HEALTHCHECK NONE                          | pass    |
      | nothing          | RUN make                                  | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      RUN make
      """
    When the policy SPILE-DOCKER-028 is evaluated
    Then the finding for final is at line 2, column 6
    And the message for final is "nobody sees whether the container of debian:12 still works"
    And the severity for final is low

  Scenario: What the stage below says counts, what only builds does not
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS base
      HEALTHCHECK NONE
      FROM base
      """
    When the policy SPILE-DOCKER-028 is evaluated
    Then the verdict for build is not applicable
    And the verdict for 2 is pass
