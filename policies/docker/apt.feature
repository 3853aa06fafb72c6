Feature: Scripts use apt-get, not apt

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-032 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                       | verdict        |
      | apt-get                     | apt-get install -y jq      | pass           |
      | apt                         | apt install -y jq          | fail           |
      | under sudo                  | sudo apt update            | fail           |
      | known at the build          | apt-get update; $OPTION jq | unknown        |
      | neither                     | echo apt                   | not applicable |
      | a tool that the build knows | $OPTION update             | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && apt update
      """
    When the policy SPILE-DOCKER-032 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "apt is made for people, and what it prints and takes may change: apt update"
    And the severity for RUN is low
