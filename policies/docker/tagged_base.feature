Feature: Base images are named with their tag

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      ARG BASE
      FROM <line>
      """
    When the policy SPILE-DOCKER-001 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case                       | line                                                                           | verdict        |
      | a tag                      | debian:12                                                                      | pass           |
      | a digest                   | debian@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | pass           |
      | a tag that the build knows | debian:$RELEASE                                                                | pass           |
      | a registry with its port   | here:5000/debian                                                               | fail           |
      | both                       | here:5000/debian:12                                                            | pass           |
      | none                       | debian                                                                         | fail           |
      | known at the build         | $BASE                                                                          | unknown        |
      | nothing                    | scratch                                                                        | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      ARG BASE
      FROM debian
      """
    When the policy SPILE-DOCKER-001 is evaluated
    Then the finding for 0 is at line 3, column 6
    And the message for 0 is "debian is whichever image is latest on the day of the build"
    And the severity for 0 is medium

  Scenario: A stage has no tag
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM build
      """
    When the policy SPILE-DOCKER-001 is evaluated
    Then the verdict for 1 is not applicable
