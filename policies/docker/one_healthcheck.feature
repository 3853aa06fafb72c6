Feature: A stage has one HEALTHCHECK at most

  Scenario: One in each stage
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      HEALTHCHECK NONE
      FROM debian:12
      HEALTHCHECK NONE
      """
    When the policy SPILE-DOCKER-027 is evaluated
    Then there are no findings

  Scenario: All but the last of a stage
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      HEALTHCHECK NONE
      RUN make
      HEALTHCHECK NONE
      """
    When the policy SPILE-DOCKER-027 is evaluated
    Then the findings are exactly:
      | verdict | line | column | severity | message |
      | fail | 2 | 1 | medium | a later HEALTHCHECK of the same stage replaces this one |

  Scenario: None
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      """
    When the policy SPILE-DOCKER-027 is evaluated
    Then nothing was evaluated
