Feature: Git checks certificates

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      <line>
      """
    When the policy SPILE-DOCKER-073 is evaluated
    Then the verdict for ENV is <verdict>

    Examples:
      | case                        | line                         | verdict        |
      | off for the container       | ENV GIT_SSL_NO_VERIFY=1      | fail           |
      | another one off             | ENV GIT_SSL_NO_VERIFY=0 B=1  | pass           |
      | otherwise                   | ENV GIT_SSL_NO_VERIFY=0      | pass           |
      | known at the build          | ENV GIT_SSL_NO_VERIFY=$LATER | unknown        |
      | a name that the build knows | ENV ${LATER}=1               | unknown        |
      | another name                | ENV OTHER=0                  | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      ENV A=1 GIT_SSL_NO_VERIFY=1
      """
    When the policy SPILE-DOCKER-073 is evaluated
    Then the finding for ENV is at line 3, column 27
    And the message for ENV is "Git takes any certificate: GIT_SSL_NO_VERIFY=1"
    And the severity for ENV is high

  Scenario Outline: Off <where>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      <line>
      """
    When the policy SPILE-DOCKER-073 is evaluated
    Then the verdict for <where> is fail

    Examples:
      | where | line |
      | ARG | ARG GIT_SSL_NO_VERIFY=1 |
      | RUN | RUN GIT_SSL_NO_VERIFY=1 make |
