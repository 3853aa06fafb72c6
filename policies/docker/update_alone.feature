Feature: Lists of packages are fetched where packages are installed

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-037 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                              | line                                    | verdict        |
      | with an installation              | apt-get update && apt-get install -y jq | pass           |
      | with an upgrade                   | apk update && apk upgrade               | pass           |
      | alone                             | apt-get update                          | fail           |
      | apt alone                         | apt update                              | fail           |
      | apk alone                         | apk update                              | fail           |
      | an update that installs           | yum update -y                           | pass           |
      | known at the build                | apt-get update && $OPTION install jq    | unknown        |
      | no update                         | apt-get install -y jq                   | not applicable |
      | an update of dnf                  | dnf update -y                           | pass           |
      | what the build knows              | apt-get $OPTION && apt-get install jq   | pass           |
      | with what packages are built from | apt-get update && apt-get build-dep jq  | pass           |
      | with an upgrade of apt            | apt update && apt dist-upgrade          | pass           |
      | with apk                          | apk update && apk add jq                | pass           |
      | a tool that the build knows       | $OPTION update                          | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && apt-get update
      """
    When the policy SPILE-DOCKER-037 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "a later build takes the layer of apt-get update from its cache, with the lists of today"
    And the severity for RUN is medium
