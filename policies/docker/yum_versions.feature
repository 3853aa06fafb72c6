Feature: Packages of yum have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-046 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                              | verdict        |
      | a version                   | yum install -y jq-1.6             | pass           |
      | a group                     | yum install -y @tools             | pass           |
      | a file                      | yum install -y jq.rpm             | pass           |
      | an address                  | yum install -y https:jq           | pass           |
      | a folder                    | yum install -y ./jq               | pass           |
      | a name with a hyphen        | yum install -y jq-devel           | fail           |
      | none                        | yum install -y jq                 | fail           |
      | again                       | yum reinstall -y jq               | fail           |
      | known at the build          | yum install -y $OPTION            | unknown        |
      | no installation             | yum makecache                     | not applicable |
      | another tool                | apk add jq                        | not applicable |
      | both tools                  | yum install -y jq-1 && apk add jq | pass           |
      | a tool that the build knows | $OPTION install -y a-1 jq         | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN yum install -y a-1 jq
      """
    When the policy SPILE-DOCKER-046 is evaluated
    Then the finding for RUN is at line 3, column 24
    And the message for RUN is "jq is whichever version there is on the day of the build"
    And the severity for RUN is low
