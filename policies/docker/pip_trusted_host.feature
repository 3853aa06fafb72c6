Feature: pip trusts no host without a certificate

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-062 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                                         | verdict        |
      | no such flag                | pip install six==1.16.0                                      | pass           |
      | with a space                | pip3 install --trusted-host example.org six==1.16.0          | fail           |
      | with an equals sign         | python -m pip install --trusted-host=example.org six==1.16.0 | fail           |
      | known at the build          | pip install $OPTION six==1.16.0                              | unknown        |
      | another tool                | uv add --trusted-host example.org six                        | not applicable |
      | of another tool             | pip3 --version && other --trusted-host                       | pass           |
      | a tool that the build knows | $OPTION install --trusted-host example.org six               | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN pip install --trusted-host example.org six
      """
    When the policy SPILE-DOCKER-062 is evaluated
    Then the finding for RUN is at line 3, column 17
    And the message for RUN is "pip does not check the certificate of a host: --trusted-host"
    And the severity for RUN is high
