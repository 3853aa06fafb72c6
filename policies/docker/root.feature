Feature: Containers do not run as root

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      ARG WHO
      <line>
      """
    When the policy SPILE-DOCKER-012 is evaluated
    Then the verdict for final is <verdict>

    Examples:
      | case                                                        | line                      | verdict        |
      | somebody                                                    | USER app                  | pass           |
      | by number                                                   | USER 1000:0               | pass           |
      | root                                                        | USER root                 | fail           |
      | its number                                                  | USER 0                    | fail           |
      | with its group                                              | USER root:root            | fail           |
      | with its number's group                                     | USER 0:0                  | fail           |
      | root and then somebody                                      | USER root\n      USER app | pass           |
      | known at the build                                          | USER $WHO                 | unknown        |
      | whatever the base image says, which another policy is about |                           | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      ARG WHO
      USER root
      """
    When the policy SPILE-DOCKER-012 is evaluated
    Then the finding for final is at line 4, column 6
    And the message for final is "the container runs as root"
    And the severity for final is high

  Scenario: What only builds may be root, what stands on nothing is root
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      USER root
      FROM scratch
      COPY --from=build /tool /tool
      """
    When the policy SPILE-DOCKER-012 is evaluated
    Then the verdict for build is not applicable
    And the verdict for 1 is fail
