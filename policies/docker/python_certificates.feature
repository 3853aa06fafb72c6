Feature: Python checks certificates

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      <line>
      """
    When the policy SPILE-DOCKER-070 is evaluated
    Then the verdict for ENV is <verdict>

    Examples:
      | case                        | line                         | verdict        |
      | off for the container       | ENV PYTHONHTTPSVERIFY=0      | fail           |
      | another one off             | ENV PYTHONHTTPSVERIFY=1 B=0  | pass           |
      | otherwise                   | ENV PYTHONHTTPSVERIFY=1      | pass           |
      | known at the build          | ENV PYTHONHTTPSVERIFY=$LATER | unknown        |
      | a name that the build knows | ENV ${LATER}=0               | unknown        |
      | another name                | ENV OTHER=0                  | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      ENV A=1 PYTHONHTTPSVERIFY=0
      """
    When the policy SPILE-DOCKER-070 is evaluated
    Then the finding for ENV is at line 3, column 27
    And the message for ENV is "Python takes any certificate: PYTHONHTTPSVERIFY=0"
    And the severity for ENV is high

  Scenario Outline: Off <where>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      <line>
      """
    When the policy SPILE-DOCKER-070 is evaluated
    Then the verdict for <where> is fail

    Examples:
      | where | line |
      | ARG | ARG PYTHONHTTPSVERIFY=0 |
      | RUN | RUN PYTHONHTTPSVERIFY=0 make |
