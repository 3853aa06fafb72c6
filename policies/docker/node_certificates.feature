Feature: Node.js checks certificates

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      <line>
      """
    When the policy SPILE-DOCKER-071 is evaluated
    Then the verdict for ENV is <verdict>

    Examples:
      | case                        | line                                    | verdict        |
      | off for the container       | ENV NODE_TLS_REJECT_UNAUTHORIZED=0      | fail           |
      | another one off             | ENV NODE_TLS_REJECT_UNAUTHORIZED=1 B=0  | pass           |
      | otherwise                   | ENV NODE_TLS_REJECT_UNAUTHORIZED=1      | pass           |
      | known at the build          | ENV NODE_TLS_REJECT_UNAUTHORIZED=$LATER | unknown        |
      | a name that the build knows | ENV ${LATER}=0                          | unknown        |
      | another name                | ENV OTHER=0                             | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      ENV A=1 NODE_TLS_REJECT_UNAUTHORIZED=0
      """
    When the policy SPILE-DOCKER-071 is evaluated
    Then the finding for ENV is at line 3, column 38
    And the message for ENV is "Node.js takes any certificate: NODE_TLS_REJECT_UNAUTHORIZED=0"
    And the severity for ENV is high

  Scenario Outline: Off <where>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      <line>
      """
    When the policy SPILE-DOCKER-071 is evaluated
    Then the verdict for <where> is fail

    Examples:
      | where | line |
      | ARG | ARG NODE_TLS_REJECT_UNAUTHORIZED=0 |
      | RUN | RUN NODE_TLS_REJECT_UNAUTHORIZED=0 make |
