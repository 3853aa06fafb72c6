Feature: pip is not set to trust a host without a certificate

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      <line>
      """
    When the policy SPILE-DOCKER-074 is evaluated
    Then the verdict for ENV is <verdict>

    Examples:
      | case                        | line                                  | verdict        |
      | off for the container       | ENV PIP_TRUSTED_HOST=example.org      | fail           |
      | another one off             | ENV PIP_TRUSTED_HOST="" B=example.org | pass           |
      | otherwise                   | ENV PIP_TRUSTED_HOST=""               | pass           |
      | known at the build          | ENV PIP_TRUSTED_HOST=$LATER           | unknown        |
      | a name that the build knows | ENV ${LATER}=example.org              | unknown        |
      | another name                | ENV OTHER=0                           | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      ENV A=1 PIP_TRUSTED_HOST=example.org
      """
    When the policy SPILE-DOCKER-074 is evaluated
    Then the finding for ENV is at line 3, column 26
    And the message for ENV is "pip does not check the certificate of example.org"
    And the severity for ENV is high

  Scenario Outline: Off <where>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      <line>
      """
    When the policy SPILE-DOCKER-074 is evaluated
    Then the verdict for <where> is fail

    Examples:
      | where | line |
      | ARG | ARG PIP_TRUSTED_HOST=example.org |
      | RUN | RUN PIP_TRUSTED_HOST=example.org make |
