Feature: What zypper fetches does not stay in the layer

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-051 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                             | line                                                      | verdict        |
      | cleaned                          | zypper -n in jq && zypper clean                           | pass           |
      | cleaned shortly                  | zypper -n in jq && zypper cc                              | pass           |
      | removed                          | zypper -n in jq && rm -rf /var/cache/zypp/*               | pass           |
      | mounted                          | --mount=type=cache,target=/var/cache/zypp zypper -n in jq | pass           |
      | left                             | zypper -n in jq                                           | fail           |
      | known at the build               | zypper -n in jq && zypper $OPTION                         | unknown        |
      | no installation                  | zypper refresh                                            | not applicable |
      | another tool                     | apk add jq                                                | not applicable |
      | both tools                       | zypper -n in jq && apk clean                              | fail           |
      | a tool that the build knows      | $OPTION -n in jq                                          | unknown        |
      | what is removed, the build knows | zypper -n in jq && rm -rf $OPTION                         | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && zypper -n in jq
      """
    When the policy SPILE-DOCKER-051 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "what zypper fetches stays in the layer: zypper -n in jq"
    And the severity for RUN is low

  Scenario: Layers of a stage that is copied from are not shipped
    Given the Dockerfile:
      """dockerfile
      FROM opensuse/leap:15.6 AS build
      RUN zypper -n in jq
      FROM scratch
      COPY --from=build /bin/tool /bin/
      """
    When the policy SPILE-DOCKER-051 is evaluated
    Then the verdict for RUN is not applicable
