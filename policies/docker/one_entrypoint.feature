Feature: A stage has one ENTRYPOINT at most

  Scenario: One in each stage
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      ENTRYPOINT ["a"]
      FROM debian:12
      ENTRYPOINT ["a"]
      """
    When the policy SPILE-DOCKER-026 is evaluated
    Then there are no findings

  Scenario: All but the last of a stage
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ENTRYPOINT ["a"]
      RUN make
      ENTRYPOINT ["b"]
      """
    When the policy SPILE-DOCKER-026 is evaluated
    Then the findings are exactly:
      | verdict | line | column | severity | message |
      | fail | 2 | 1 | medium | a later ENTRYPOINT of the same stage replaces this one |

  Scenario: None
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      """
    When the policy SPILE-DOCKER-026 is evaluated
    Then nothing was evaluated
