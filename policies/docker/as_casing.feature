Feature: FROM and AS have the same casing

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      <line>
      """
    When the policy SPILE-DOCKER-008 is evaluated
    Then the verdict for build is <verdict>

    Examples:
      | case               | line                    | verdict |
      | both in upper case | FROM debian:12 AS build | pass    |
      | both in lower case | from debian:12 as build | pass    |
      | AS in lower case   | FROM debian:12 as build | fail    |
      | FROM in lower case | from debian:12 AS build | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 as build
      """
    When the policy SPILE-DOCKER-008 is evaluated
    Then the finding for build is at line 1, column 16
    And the message for build is "as stands behind FROM"
    And the severity for build is info

  Scenario: Without a name
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      """
    When the policy SPILE-DOCKER-008 is evaluated
    Then the verdict for 0 is not applicable
