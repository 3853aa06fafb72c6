Feature: What apk fetches does not stay in the layer

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-053 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                             | line                                                | verdict        |
      | the flag                         | apk add --no-cache jq                               | pass           |
      | removed                          | apk add -U jq && rm -rf /var/cache/apk/*            | pass           |
      | mounted                          | --mount=type=cache,target=/var/cache/apk apk add jq | pass           |
      | left                             | apk add jq                                          | fail           |
      | known at the build               | apk add $OPTION                                     | unknown        |
      | no installation                  | apk update                                          | not applicable |
      | another tool                     | apt-get install jq                                  | not applicable |
      | both tools                       | apk add --no-cache jq && apt-get install jq         | pass           |
      | a tool that the build knows      | $OPTION add jq                                      | unknown        |
      | what is removed, the build knows | apk add jq && rm -rf $OPTION                        | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && apk add jq
      """
    When the policy SPILE-DOCKER-053 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "the index that apk fetches stays in the layer: apk add jq"
    And the severity for RUN is info

  Scenario: Layers of a stage that is copied from are not shipped
    Given the Dockerfile:
      """dockerfile
      FROM alpine:3.20 AS build
      RUN apk add jq
      FROM scratch
      COPY --from=build /bin/tool /bin/
      """
    When the policy SPILE-DOCKER-053 is evaluated
    Then the verdict for RUN is not applicable
