Feature: yum and dnf check certificates

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-068 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                                    | verdict        |
      | no such option              | yum install -y jq                                       | pass           |
      | switched on                 | dnf --setopt=sslverify=1 install jq                     | pass           |
      | off                         | yum --setopt=sslverify=0 install jq                     | fail           |
      | of one repository           | dnf --setopt=ours.sslverify=False install jq            | fail           |
      | kept                        | yum-config-manager --save --setopt=sslverify=false      | fail           |
      | known at the build          | yum $OPTION install jq                                  | unknown        |
      | another tool                | curl sslverify=0                                        | not applicable |
      | both tools                  | yum install -y curl && curl sslverify=0 sslverify=false | pass           |
      | a tool that the build knows | $OPTION --setopt=sslverify=0 install jq                 | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN yum --setopt=sslverify=0 install jq
      """
    When the policy SPILE-DOCKER-068 is evaluated
    Then the finding for RUN is at line 3, column 9
    And the message for RUN is "yum takes any certificate: --setopt=sslverify=0"
    And the severity for RUN is high
