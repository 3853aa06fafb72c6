Feature: Packages of apk have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-043 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                           | line                                 | verdict        |
      | a version                      | apk add jq=1.7.1-r0                  | pass           |
      | about one                      | apk add jq~1.7                       | pass           |
      | at least one                   | apk add 'jq>1.7'                     | pass           |
      | at most one                    | apk add 'jq<1.7'                     | pass           |
      | a file                         | apk add jq.apk                       | pass           |
      | a file in a folder             | apk add /tmp/jq                      | pass           |
      | a name for all of them         | apk add --virtual .tools jq=1.7.1-r0 | pass           |
      | none                           | apk add --no-cache jq                | fail           |
      | a version that the build knows | apk add jq=$OPTION                   | pass           |
      | known at the build             | apk add $OPTION                      | unknown        |
      | no installation                | apk update                           | not applicable |
      | another tool                   | apt-get install jq                   | not applicable |
      | both tools                     | apk add jq=1 && apt-get install jq   | pass           |
      | a tool that the build knows    | $OPTION add -U a=1 jq                | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN apk add -U a=1 jq
      """
    When the policy SPILE-DOCKER-043 is evaluated
    Then the finding for RUN is at line 3, column 20
    And the message for RUN is "jq is whichever version there is on the day of the build"
    And the severity for RUN is low
