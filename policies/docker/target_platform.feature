Feature: The platform that is the target anyway is not written

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      FROM <line>
      """
    When the policy SPILE-DOCKER-004 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case                       | line                                   | verdict        |
      | of the machine that builds | --platform=$BUILDPLATFORM debian:12    | pass           |
      | the target                 | --platform=$TARGETPLATFORM debian:12   | fail           |
      | the target in braces       | --platform=${TARGETPLATFORM} debian:12 | fail           |
      | none                       | debian:12                              | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      FROM --platform=$TARGETPLATFORM debian:12
      """
    When the policy SPILE-DOCKER-004 is evaluated
    Then the finding for 0 is at line 2, column 6
    And the message for 0 is "images are taken for $TARGETPLATFORM where no platform is written"
    And the severity for 0 is info
