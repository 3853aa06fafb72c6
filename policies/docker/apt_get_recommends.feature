Feature: apt-get installs what is named, and not what is recommended with it

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-036 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                                | verdict        |
      | the flag                    | apt-get install -y --no-install-recommends jq       | pass           |
      | an option                   | apt-get install -o APT::Install-Recommends=false jq | pass           |
      | none                        | apt-get install -y jq                               | fail           |
      | known at the build          | apt-get install -y $OPTION                          | unknown        |
      | no installation             | apt-get update                                      | not applicable |
      | another tool                | apk add jq                                          | not applicable |
      | a tool that the build knows | $OPTION install -y jq                               | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && apt-get install -y jq
      """
    When the policy SPILE-DOCKER-036 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "apt-get installs recommended packages too: apt-get install -y jq"
    And the severity for RUN is info
