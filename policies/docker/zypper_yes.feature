Feature: zypper asks nobody

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-050 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                | verdict        |
      | short                       | zypper -n install jq                | pass           |
      | long                        | zypper --non-interactive install jq | pass           |
      | of the verb                 | zypper install -y jq                | pass           |
      | of the verb, long           | zypper install --no-confirm jq      | pass           |
      | none                        | zypper install jq                   | fail           |
      | an update                   | zypper up                           | fail           |
      | known at the build          | zypper install $OPTION              | unknown        |
      | no installation             | zypper refresh                      | not applicable |
      | another tool                | apk add jq                          | not applicable |
      | both tools                  | zypper -n install jq && apk add jq  | pass           |
      | a tool that the build knows | $OPTION in jq                       | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && zypper in jq
      """
    When the policy SPILE-DOCKER-050 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "zypper waits for an answer: zypper in jq"
    And the severity for RUN is medium
