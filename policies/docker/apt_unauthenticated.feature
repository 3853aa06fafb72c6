Feature: apt-get installs signed packages only

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-064 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                               | verdict        |
      | no such flag                | apt-get install -y jq                              | pass           |
      | the flag                    | apt-get install --allow-unauthenticated jq         | fail           |
      | of apt                      | apt install --allow-unauthenticated jq             | fail           |
      | known at the build          | apt-get install $OPTION jq                         | unknown        |
      | another tool                | apk add --allow-unauthenticated jq                 | not applicable |
      | of another tool             | apt-get --version && other --allow-unauthenticated | pass           |
      | a tool that the build knows | $OPTION install -y --allow-unauthenticated jq      | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN apt-get install -y --allow-unauthenticated jq
      """
    When the policy SPILE-DOCKER-064 is evaluated
    Then the finding for RUN is at line 3, column 24
    And the message for RUN is "apt-get takes packages that nobody signed: --allow-unauthenticated"
    And the severity for RUN is high
