Feature: apt-get install asks nobody

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-035 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                  | verdict        |
      | short                       | apt-get install -y jq                 | pass           |
      | in front of the verb        | apt-get -y install jq                 | pass           |
      | joined                      | apt-get install -qqy jq               | pass           |
      | long                        | apt-get install --yes jq              | pass           |
      | longer                      | apt-get install --assume-yes jq       | pass           |
      | quiet twice                 | apt-get install -qq jq                | pass           |
      | quiet twice, in numbers     | apt-get install -q=2 jq               | pass           |
      | quiet once                  | apt-get install -q jq                 | fail           |
      | the letter in an option     | apt-get -o=Dpkg::Use-Pty=0 install jq | fail           |
      | told what it would do       | apt-get install -s jq                 | not applicable |
      | none                        | apt-get install jq                    | fail           |
      | known at the build          | apt-get install $OPTION               | unknown        |
      | no installation             | apt-get update                        | not applicable |
      | another tool                | apk add jq                            | not applicable |
      | a tool that the build knows | $OPTION install jq                    | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && apt-get install jq
      """
    When the policy SPILE-DOCKER-035 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "apt-get waits for an answer: apt-get install jq"
    And the severity for RUN is medium
