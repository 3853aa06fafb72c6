Feature: yum and dnf install signed packages only

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-066 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                | verdict        |
      | no such flag                | yum install -y jq                   | pass           |
      | yum                         | yum install -y --nogpgcheck jq      | fail           |
      | dnf                         | dnf install --nogpgcheck jq         | fail           |
      | microdnf                    | microdnf install --nogpgcheck jq    | fail           |
      | known at the build          | dnf install $OPTION jq              | unknown        |
      | another tool                | zypper install --nogpgcheck jq      | not applicable |
      | of another tool             | yum --version && other --nogpgcheck | pass           |
      | a tool that the build knows | $OPTION -y --nogpgcheck install jq  | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN dnf -y --nogpgcheck install jq
      """
    When the policy SPILE-DOCKER-066 is evaluated
    Then the finding for RUN is at line 3, column 12
    And the message for RUN is "dnf takes packages that nobody signed: --nogpgcheck"
    And the severity for RUN is high
