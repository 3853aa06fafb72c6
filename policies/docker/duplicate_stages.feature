Feature: Stages have names of their own

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM scratch AS <line>
      FROM scratch AS other
      """
    When the policy SPILE-DOCKER-005 is evaluated
    Then the verdict of SPILE-DOCKER-005 for <name> is <verdict>

    Examples:
      | case                     | line  | name    | verdict |
      | names of their own       | final | final   | pass    |
      | the same name            | build | build#2 | fail    |
      | the same in other casing | BUILD | build#2 | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM scratch AS build
      FROM scratch AS other
      """
    When the policy SPILE-DOCKER-005 is evaluated
    Then the finding for build#2 is at line 2, column 17
    And the message for build#2 is "another stage in front is called build too"
    And the severity for build#2 is high

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-005 is evaluated
    Then nothing was evaluated

  Scenario: The first of a name is the one that is meant, and other files have their own
    Given the Dockerfile "a/Dockerfile":
      """dockerfile
      FROM debian:12
      FROM debian:12 AS build
      """
    And the Dockerfile "b/Dockerfile":
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12
      """
    When the policy SPILE-DOCKER-005 is evaluated
    Then there are no findings
