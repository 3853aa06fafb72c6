Feature: Dockerfiles say who runs the container

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      ARG WHO
      <line>
      """
    When the policy SPILE-DOCKER-013 is evaluated
    Then the verdict for final is <verdict>

    Examples:
      | case               | line      | verdict |
      | somebody           | USER app  | pass    |
      | known at the build | USER $WHO | pass    |
      | nobody             |           | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      ARG WHO
      RUN make
      """
    When the policy SPILE-DOCKER-013 is evaluated
    Then the finding for final is at line 2, column 6
    And the message for final is "no USER says who runs the container; most images say root"
    And the severity for final is medium

  Scenario: What the stage below says counts, what only builds does not
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS base
      USER app
      FROM base
      """
    When the policy SPILE-DOCKER-013 is evaluated
    Then the verdict for build is not applicable
    And the verdict for 2 is pass
