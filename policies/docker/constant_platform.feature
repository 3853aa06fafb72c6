Feature: The platform of a base image is not fixed

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      FROM <line>
      """
    When the policy SPILE-DOCKER-003 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case                       | line                                     | verdict        |
      | of the machine that builds | --platform=$BUILDPLATFORM debian:12      | pass           |
      | in part                    | --platform=linux/${TARGETARCH} debian:12 | pass           |
      | fixed                      | --platform=linux/amd64 debian:12         | fail           |
      | none                       | debian:12                                | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      FROM --platform=linux/amd64 debian:12
      """
    When the policy SPILE-DOCKER-003 is evaluated
    Then the finding for 0 is at line 2, column 6
    And the message for 0 is "debian:12 is taken for linux/amd64 whatever the image is built for"
    And the severity for 0 is low

  Scenario: One of several stages, each for its platform
    Given the Dockerfile:
      """dockerfile
      FROM --platform=linux/amd64 debian:12 AS tool-AMD64
      FROM --platform=linux/arm64 debian:12 AS tool-other
      """
    When the policy SPILE-DOCKER-003 is evaluated
    Then the verdict for tool-amd64 is pass
    And the verdict for tool-other is fail
