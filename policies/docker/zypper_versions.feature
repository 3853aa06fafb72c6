Feature: Packages of zypper have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-052 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                           | line                                 | verdict        |
      | a version                      | zypper -n install jq=1.6             | pass           |
      | at least one                   | zypper -n in 'jq>1.6'                | pass           |
      | at most one                    | zypper -n in 'jq<1.6'                | pass           |
      | a file                         | zypper -n install jq.rpm             | pass           |
      | a folder                       | zypper -n install ./jq               | pass           |
      | none                           | zypper -n install jq                 | fail           |
      | by the short verb              | zypper -n in jq                      | fail           |
      | known at the build             | zypper -n install $OPTION            | unknown        |
      | a version that the build knows | zypper -n install jq=$OPTION         | pass           |
      | no installation                | zypper refresh                       | not applicable |
      | another tool                   | apk add jq                           | not applicable |
      | both tools                     | zypper -n install jq=1 && apk add jq | pass           |
      | a tool that the build knows    | $OPTION -n install a=1 jq            | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN zypper -n install a=1 jq
      """
    When the policy SPILE-DOCKER-052 is evaluated
    Then the finding for RUN is at line 3, column 27
    And the message for RUN is "jq is whichever version there is on the day of the build"
    And the severity for RUN is low
