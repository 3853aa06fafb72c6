Feature: dnf asks nobody

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-047 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                            | verdict        |
      | short                       | dnf install -y jq               | pass           |
      | in front                    | dnf -y install jq               | pass           |
      | long                        | dnf install --assumeyes jq      | pass           |
      | none                        | dnf install jq                  | fail           |
      | known at the build          | dnf install $OPTION             | unknown        |
      | no installation             | dnf makecache                   | not applicable |
      | another tool                | apk add jq                      | not applicable |
      | both tools                  | dnf install -y jq && apk add jq | pass           |
      | the small one               | microdnf install jq             | fail           |
      | a tool that the build knows | $OPTION install jq              | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && dnf install jq
      """
    When the policy SPILE-DOCKER-047 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "dnf waits for an answer: dnf install jq"
    And the severity for RUN is medium
