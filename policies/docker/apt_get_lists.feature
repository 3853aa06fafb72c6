Feature: Lists of packages do not stay in the layer

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-034 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                                                   | verdict        |
      | removed                     | apt-get update && apt-get install -y jq && rm -rf /var/lib/apt/lists/* | pass           |
      | mounted                     | --mount=type=cache,target=/var/lib/apt apt-get update                  | pass           |
      | removed by apt-get itself   | apt-get update; apt-get dist-clean                                     | pass           |
      | in the older spelling       | apt-get update; apt-get distclean                                      | pass           |
      | cleaned of packages only    | apt-get update; apt-get clean                                          | fail           |
      | mounted elsewhere           | --mount=type=cache,target=/var/cache/apt apt-get update                | fail           |
      | something else removed      | apt-get update && rm -rf /tmp/x                                        | fail           |
      | not removed but listed      | apt-get update && ls /var/lib/apt/lists                                | fail           |
      | left                        | apt-get update                                                         | fail           |
      | left by apt                 | apt update                                                             | fail           |
      | known at the build          | apt-get update && rm -rf $OPTION                                       | unknown        |
      | no lists                    | apt-get install -y jq                                                  | not applicable |
      | another tool                | apk update                                                             | not applicable |
      | a tool that the build knows | $OPTION update                                                         | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && apt-get update
      """
    When the policy SPILE-DOCKER-034 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "the lists that apt-get update brings stay in the layer"
    And the severity for RUN is info

  Scenario: Layers of a stage that is copied from are not shipped
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      RUN apt-get update
      FROM scratch
      COPY --from=build /bin/tool /bin/
      """
    When the policy SPILE-DOCKER-034 is evaluated
    Then the verdict for RUN is not applicable
