Feature: Packages of apt-get have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-033 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                           | line                                   | verdict        |
      | a version                      | apt-get install -y jq=1.6-2.1          | pass           |
      | a version that the build knows | apt-get install -y jq=$OPTION          | pass           |
      | a release                      | apt-get install -y jq/stable           | pass           |
      | a file                         | apt-get install -y ./jq.deb            | pass           |
      | one of two                     | apt-get install -y jq=1.6-2.1 git      | fail           |
      | a file that the build knows    | apt-get install -y ./$OPTION           | pass           |
      | the value of a flag            | apt-get -t stable install jq=1         | pass           |
      | none                           | apt-get install -y jq                  | fail           |
      | known at the build             | apt-get install -y $OPTION             | unknown        |
      | no installation                | apt-get download jq                    | not applicable |
      | another tool                   | apk add jq                             | not applicable |
      | both tools                     | apt-get install -y jq=1 && apk add git | pass           |
      | a tool that the build knows    | $OPTION install -y jq=1 git            | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN apt-get install -y jq=1 git
      """
    When the policy SPILE-DOCKER-033 is evaluated
    Then the finding for RUN is at line 3, column 29
    And the message for RUN is "git is whichever version the archive has on the day of the build"
    And the severity for RUN is low
