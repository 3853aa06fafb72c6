Feature: wget checks certificates

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-061 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                                  | verdict        |
      | no such flag                | wget -q https://example.com/tool                      | pass           |
      | the flag                    | wget --no-check-certificate https://example.com       | fail           |
      | known at the build          | wget $OPTION https://example.com                      | unknown        |
      | another tool                | curl --no-check-certificate https://example.com       | not applicable |
      | of another tool             | wget --version && other --no-check-certificate        | pass           |
      | a tool that the build knows | $OPTION -q --no-check-certificate https://example.com | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN wget -q --no-check-certificate https://example.com
      """
    When the policy SPILE-DOCKER-061 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "wget takes any certificate: --no-check-certificate"
    And the severity for RUN is high
