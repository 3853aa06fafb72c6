Feature: Base images are not those that are latest

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      FROM <line>
      """
    When the policy SPILE-DOCKER-002 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case                                | line                                                                           | verdict        |
      | a tag                               | debian:12                                                                      | pass           |
      | a digest                            | debian@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | pass           |
      | none, which another policy is about | debian                                                                         | pass           |
      | latest                              | debian:latest                                                                  | fail           |
      | a tag that ends so                  | debian:not-latest                                                              | pass           |
      | known at the build                  | debian:$RELEASE                                                                | unknown        |
      | nothing                             | scratch                                                                        | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      FROM debian:latest
      """
    When the policy SPILE-DOCKER-002 is evaluated
    Then the finding for 0 is at line 2, column 6
    And the message for 0 is "debian:latest is another image after every release"
    And the severity for 0 is medium
