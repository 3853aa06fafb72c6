Feature: npm checks certificates

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      <line>
      """
    When the policy SPILE-DOCKER-072 is evaluated
    Then the verdict for ENV is <verdict>

    Examples:
      | case                        | line                                   | verdict        |
      | off for the container       | ENV npm_config_strict_ssl=false        | fail           |
      | another one off             | ENV NPM_CONFIG_STRICT_SSL=true B=false | pass           |
      | otherwise                   | ENV NPM_CONFIG_STRICT_SSL=true         | pass           |
      | known at the build          | ENV npm_config_strict_ssl=$LATER       | unknown        |
      | a name that the build knows | ENV ${LATER}=false                     | unknown        |
      | another name                | ENV OTHER=0                            | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG LATER
      ENV A=1 npm_config_strict_ssl=false
      """
    When the policy SPILE-DOCKER-072 is evaluated
    Then the finding for ENV is at line 3, column 31
    And the message for ENV is "npm takes any certificate: npm_config_strict_ssl=false"
    And the severity for ENV is high

  Scenario Outline: Off <where>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      <line>
      """
    When the policy SPILE-DOCKER-072 is evaluated
    Then the verdict for <where> is fail

    Examples:
      | where | line |
      | ARG | ARG npm_config_strict_ssl=false |
      | RUN | RUN npm_config_strict_ssl=false make |
