Feature: yum asks nobody

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-044 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                            | verdict        |
      | short                       | yum install -y jq               | pass           |
      | in front                    | yum -y install jq               | pass           |
      | long                        | yum install --assumeyes jq      | pass           |
      | none                        | yum install jq                  | fail           |
      | known at the build          | yum install $OPTION             | unknown        |
      | no installation             | yum makecache                   | not applicable |
      | another tool                | apk add jq                      | not applicable |
      | both tools                  | yum install -y jq && apk add jq | pass           |
      | a tool that the build knows | $OPTION install jq              | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && yum install jq
      """
    When the policy SPILE-DOCKER-044 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "yum waits for an answer: yum install jq"
    And the severity for RUN is medium
