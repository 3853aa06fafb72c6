Feature: apk installs signed packages only

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-063 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                     | verdict        |
      | no such flag                | apk add --no-cache jq=1.7.1-r0           | pass           |
      | the flag                    | apk add --allow-untrusted ./jq.apk       | fail           |
      | known at the build          | apk add $OPTION jq                       | unknown        |
      | another tool                | apt-get install --allow-untrusted jq     | not applicable |
      | of another tool             | apk --version && other --allow-untrusted | pass           |
      | a tool that the build knows | $OPTION add --allow-untrusted ./jq.apk   | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN apk add --allow-untrusted ./jq.apk
      """
    When the policy SPILE-DOCKER-063 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "apk takes packages that nobody signed: --allow-untrusted"
    And the severity for RUN is high
