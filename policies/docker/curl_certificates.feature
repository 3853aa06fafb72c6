Feature: curl checks certificates

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-060 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                             | verdict        |
      | no such flag                | curl -fsSL https://example.com/tool -o /bin/tool | pass           |
      | a long one                  | curl --insecure https://example.com              | fail           |
      | among others                | curl -fskL https://example.com                   | fail           |
      | the letter in a long flag   | curl --keepalive https://example.com             | pass           |
      | known at the build          | curl $OPTION https://example.com                 | unknown        |
      | another tool                | wget -k https://example.com                      | not applicable |
      | of another tool             | curl --version && other --insecure               | pass           |
      | a tool that the build knows | $OPTION -k https://example.com                   | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN echo && curl -k https://example.com
      """
    When the policy SPILE-DOCKER-060 is evaluated
    Then the finding for RUN is at line 3, column 18
    And the message for RUN is "curl takes any certificate: -k"
    And the severity for RUN is high
