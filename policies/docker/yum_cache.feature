Feature: What yum fetches does not stay in the layer

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-045 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                             | line                                                       | verdict        |
      | cleaned                          | yum install -y jq && yum clean all                         | pass           |
      | removed                          | yum install -y jq && rm -rf /var/cache/yum                 | pass           |
      | mounted                          | --mount=type=cache,target=/var/cache/yum yum install -y jq | pass           |
      | something else removed           | yum install -y jq && rm -rf /tmp/x                         | fail           |
      | left                             | yum install -y jq                                          | fail           |
      | known at the build               | yum install -y jq && yum $OPTION                           | unknown        |
      | no installation                  | yum makecache                                              | not applicable |
      | another tool                     | apk add jq                                                 | not applicable |
      | both tools                       | yum install -y jq && apk clean                             | fail           |
      | a tool that the build knows      | $OPTION install -y jq                                      | unknown        |
      | what is removed, the build knows | yum install -y jq && rm -rf $OPTION                        | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && yum install -y jq
      """
    When the policy SPILE-DOCKER-045 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "what yum fetches stays in the layer: yum install -y jq"
    And the severity for RUN is low

  Scenario: Layers of a stage that is copied from are not shipped
    Given the Dockerfile:
      """dockerfile
      FROM fedora:41 AS build
      RUN yum install -y jq
      FROM scratch
      COPY --from=build /bin/tool /bin/
      """
    When the policy SPILE-DOCKER-045 is evaluated
    Then the verdict for RUN is not applicable
