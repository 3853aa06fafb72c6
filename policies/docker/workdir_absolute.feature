Feature: WORKDIR is an absolute path

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      <line>
      """
    When the policy SPILE-DOCKER-015 is evaluated
    Then the verdict for WORKDIR is <verdict>

    Examples:
      | case               | line            | verdict |
      | absolute           | WORKDIR /app    | pass    |
      | of Windows         | WORKDIR C:/app  | pass    |
      | relative           | WORKDIR app     | fail    |
      | known at the build | WORKDIR $WHERE  | unknown |
      | absolute at least  | WORKDIR /$WHERE | pass    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      WORKDIR app
      """
    When the policy SPILE-DOCKER-015 is evaluated
    Then the finding for WORKDIR is at line 3, column 9
    And the message for WORKDIR is "app is below whatever folder is set in front"
    And the severity for WORKDIR is medium

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-015 is evaluated
    Then nothing was evaluated
