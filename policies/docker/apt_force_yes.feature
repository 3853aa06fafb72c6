Feature: apt-get is not told to overrule all its warnings

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-065 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                   | verdict        |
      | yes alone                   | apt-get install -y jq                  | pass           |
      | the flag                    | apt-get install --force-yes jq         | fail           |
      | known at the build          | apt-get install $OPTION jq             | unknown        |
      | another tool                | apk add --force-yes jq                 | not applicable |
      | of another tool             | apt-get --version && other --force-yes | pass           |
      | a tool that the build knows | $OPTION install --force-yes jq         | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN apt-get install --force-yes jq
      """
    When the policy SPILE-DOCKER-065 is evaluated
    Then the finding for RUN is at line 3, column 21
    And the message for RUN is "apt-get overrules its warnings, that of a missing signature too: --force-yes"
    And the severity for RUN is high
