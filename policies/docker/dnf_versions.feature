Feature: Packages of dnf have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-049 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                              | verdict        |
      | a version                   | dnf install -y jq-1.6             | pass           |
      | a group                     | dnf install -y @tools             | pass           |
      | a file                      | dnf install -y jq.rpm             | pass           |
      | an address                  | dnf install -y https:jq           | pass           |
      | a folder                    | dnf install -y ./jq               | pass           |
      | a name with a hyphen        | dnf install -y jq-devel           | fail           |
      | none                        | dnf install -y jq                 | fail           |
      | again                       | dnf reinstall -y jq               | fail           |
      | known at the build          | dnf install -y $OPTION            | unknown        |
      | no installation             | dnf makecache                     | not applicable |
      | another tool                | apk add jq                        | not applicable |
      | both tools                  | dnf install -y jq-1 && apk add jq | pass           |
      | the small one               | microdnf install -y jq            | fail           |
      | a tool that the build knows | $OPTION install -y a-1 jq         | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN dnf install -y a-1 jq
      """
    When the policy SPILE-DOCKER-049 is evaluated
    Then the finding for RUN is at line 3, column 24
    And the message for RUN is "jq is whichever version there is on the day of the build"
    And the severity for RUN is low
