Feature: A stage has one CMD at most

  Scenario: One in each stage
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      CMD ["a"]
      FROM debian:12
      CMD ["a"]
      """
    When the policy SPILE-DOCKER-025 is evaluated
    Then there are no findings

  Scenario: All but the last of a stage
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      CMD ["a"]
      RUN make
      CMD ["b"]
      """
    When the policy SPILE-DOCKER-025 is evaluated
    Then the findings are exactly:
      | verdict | line | column | severity | message |
      | fail | 2 | 1 | medium | a later CMD of the same stage replaces this one |

  Scenario: None
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      """
    When the policy SPILE-DOCKER-025 is evaluated
    Then nothing was evaluated
