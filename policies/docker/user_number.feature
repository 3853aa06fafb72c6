Feature: USER is a number

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      USER app
      FROM debian:12 AS final
      ARG WHO
      <line>
      """
    When the policy SPILE-DOCKER-106 is evaluated
    Then the verdict for final is <verdict>

    Examples:
      | case                  | line          | verdict        |
      | a number              | USER 1000     | pass           |
      | with its group        | USER 1000:app | pass           |
      | a name                | USER app      | fail           |
      | a name with digits    | USER app1     | fail           |
      | a number and a letter | USER 1a       | fail           |
      | nobody                | RUN true      | not applicable |
      | known at the build    | USER $WHO     | unknown        |

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      USER app
      FROM debian:12
      USER app
      """
    When the policy SPILE-DOCKER-106 is evaluated
    Then the verdict for build is not applicable
    And the finding for 1 is at line 4, column 6
    And the message for 1 is "whoever runs the container cannot tell from app that it is not root"
    And the severity for 1 is info

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-106 is evaluated
    Then nothing was evaluated
