Feature: Labels that are licences name them as SPDX does

  Scenario Outline: <case>
    Given the policy parameter "docker.labels.kinds" is `{"org.example.it": "licence"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHAT
      LABEL <line>
      """
    When the policy SPILE-DOCKER-099 is evaluated
    Then the verdict for LABEL is <verdict>

    Examples:
      | case               | line                                                       | verdict        |
      | good, 1            | org.example.it=MIT                                         | pass           |
      | good, 2            | org.example.it="(Apache-2.0 OR MIT)"                       | pass           |
      | good, 3            | org.example.it="GPL-2.0-only WITH Classpath-exception-2.0" | pass           |
      | good, 4            | org.example.it=LicenseRef-Example                          | pass           |
      | bad, 1             | org.example.it="The MIT License"                           | fail           |
      | bad, 2             | org.example.it=Apache2                                     | fail           |
      | bad, 3             | org.example.it=GPL                                         | fail           |
      | another label      | org.example.other=x                                        | not applicable |
      | known at the build | org.example.it=$WHAT                                       | unknown        |

  Scenario: Where it is
    Given the policy parameter "docker.labels.kinds" is `{"org.example.it": "licence"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL org.example.other=x org.example.it="The MIT License"
      """
    When the policy SPILE-DOCKER-099 is evaluated
    Then the finding for LABEL is at line 2, column 42
    And the message for LABEL contains "the label org.example.it is no licence that SPDX names: "
    And the severity for LABEL is low

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-099 is evaluated
    Then nothing was evaluated
