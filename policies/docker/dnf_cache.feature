Feature: What dnf fetches does not stay in the layer

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-048 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                             | line                                                       | verdict        |
      | cleaned                          | dnf install -y jq && dnf clean all                         | pass           |
      | removed                          | dnf install -y jq && rm -rf /var/cache/dnf                 | pass           |
      | mounted                          | --mount=type=cache,target=/var/cache/dnf dnf install -y jq | pass           |
      | something else removed           | dnf install -y jq && rm -rf /tmp/x                         | fail           |
      | left                             | dnf install -y jq                                          | fail           |
      | known at the build               | dnf install -y jq && dnf $OPTION                           | unknown        |
      | no installation                  | dnf makecache                                              | not applicable |
      | another tool                     | apk add jq                                                 | not applicable |
      | both tools                       | dnf install -y jq && apk clean                             | fail           |
      | the small one                    | microdnf install -y jq                                     | fail           |
      | a tool that the build knows      | $OPTION install -y jq                                      | unknown        |
      | what is removed, the build knows | microdnf install -y jq && rm -rf $OPTION                   | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && dnf install -y jq
      """
    When the policy SPILE-DOCKER-048 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "what dnf fetches stays in the layer: dnf install -y jq"
    And the severity for RUN is low

  Scenario: Layers of a stage that is copied from are not shipped
    Given the Dockerfile:
      """dockerfile
      FROM fedora:41 AS build
      RUN dnf install -y jq
      FROM scratch
      COPY --from=build /bin/tool /bin/
      """
    When the policy SPILE-DOCKER-048 is evaluated
    Then the verdict for RUN is not applicable
