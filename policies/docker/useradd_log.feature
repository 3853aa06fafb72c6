Feature: Users with high numbers do not blow up the log of logins

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-057 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                  | verdict        |
      | a low number                | useradd -u 1000 app                   | pass           |
      | short                       | useradd -l -u 1000000 app             | pass           |
      | long                        | useradd --no-log-init -u 1000000 app  | pass           |
      | a high number               | useradd -u 1000000 app                | fail           |
      | of a long flag              | useradd --uid 1000000 app             | fail           |
      | of a long flag in one word  | useradd --uid=1000000 app             | fail           |
      | of something else           | useradd -u 1000 -g 1000000 app1000000 | pass           |
      | known at the build          | useradd -u $OPTION app                | unknown        |
      | another tool                | adduser -u 1000000 app                | not applicable |
      | both tools                  | useradd app && adduser -u 1000000 app | pass           |
      | a tool that the build knows | $OPTION -u 1000000 app                | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN useradd -u 1000000 app
      """
    When the policy SPILE-DOCKER-057 is evaluated
    Then the finding for RUN is at line 3, column 16
    And the message for RUN is "useradd 1000000 makes a file as large as the number is high"
    And the severity for RUN is low
