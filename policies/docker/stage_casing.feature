Feature: Names of stages are in lower case

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 <line>
      RUN make
      """
    When the policy SPILE-DOCKER-007 is evaluated
    Then the verdict for <stage> is <verdict>

    Examples:
      | case       | stage | line      | verdict        |
      | lower case | build | AS build | pass |
      | upper case | build | AS Build | fail |
      | none | 0 |  | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS Build
      RUN make
      """
    When the policy SPILE-DOCKER-007 is evaluated
    Then the finding for build is at line 1, column 19
    And the message for build is "Build is referred to in lower case"
    And the severity for build is info
