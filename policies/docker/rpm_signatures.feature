Feature: rpm checks what it installs

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-067 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                 | verdict        |
      | no such flag                | rpm -i jq.rpm                        | pass           |
      | signatures                  | rpm -i --nosignature jq.rpm          | fail           |
      | digests                     | rpm -i --nodigest jq.rpm             | fail           |
      | both                        | rpm -i --noverify jq.rpm             | fail           |
      | known at the build          | rpm -i $OPTION jq.rpm                | unknown        |
      | another tool                | dnf install --nosignature jq         | not applicable |
      | of another tool             | rpm --version && other --nosignature | pass           |
      | a tool that the build knows | $OPTION -i --nosignature jq.rpm      | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN rpm -i --nosignature jq.rpm
      """
    When the policy SPILE-DOCKER-067 is evaluated
    Then the finding for RUN is at line 3, column 12
    And the message for RUN is "rpm does not check the package: --nosignature"
    And the severity for RUN is high
