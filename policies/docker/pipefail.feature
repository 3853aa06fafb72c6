Feature: A pipe fails when any of its commands does

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-056 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                    | verdict        |
      | set                         | set -o pipefail && wget -qO- a \| tar x | pass           |
      | set among others            | set -eo pipefail; wget -qO- a \| tar x  | pass           |
      | set too late                | wget -qO- a \| tar x; set -o pipefail   | fail           |
      | set otherwise               | set -e; wget -qO- a \| tar x            | fail           |
      | named, not set              | echo pipefail; wget -qO- a \| tar x     | fail           |
      | not set                     | wget -qO- a \| tar x                    | fail           |
      | known at the build          | set -o $OPTION; wget -qO- a \| tar x    | unknown        |
      | no pipe                     | wget a \|\| true                        | not applicable |
      | a tool that the build knows | $OPTION -o pipefail; wget a \| tar x    | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN wget -qO- a | tar x
      """
    When the policy SPILE-DOCKER-056 is evaluated
    Then the finding for RUN is at line 3, column 19
    And the message for RUN is "what goes wrong in front of the pipe to tar goes unnoticed"
    And the severity for RUN is low

  Scenario: A shell that is chosen
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN wget -qO- a | tar x
      """
    When the policy SPILE-DOCKER-056 is evaluated
    Then the verdict for RUN is pass
