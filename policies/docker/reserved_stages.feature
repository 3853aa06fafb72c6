Feature: Stages are not called by names that have a meaning

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 <line>
      RUN make
      """
    When the policy SPILE-DOCKER-006 is evaluated
    Then the verdict for <stage> is <verdict>

    Examples:
      | case                      | stage | line        | verdict        |
      | a name | build | AS build | pass |
      | the empty image | scratch | AS scratch | fail |
      | what is sent to the build | context | AS Context | fail |
      | none | 0 |  | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS scratch
      RUN make
      """
    When the policy SPILE-DOCKER-006 is evaluated
    Then the finding for scratch is at line 1, column 19
    And the message for scratch is "scratch means something else in FROM and COPY --from"
    And the severity for scratch is high
