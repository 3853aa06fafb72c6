Feature: Files are not given away while they are copied

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY <line> a /a
      """
    When the policy SPILE-DOCKER-108 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case       | line        | verdict |
      | not        | --link      | pass    |
      | given away | --chown=app | fail    |
      | of a mode  | --chmod=644 | pass    |

  Scenario: ADD
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ADD --chown=app:app a /a
      """
    When the policy SPILE-DOCKER-108 is evaluated
    Then the finding for ADD is at line 2, column 5
    And the message for ADD is "app:app may change what the image runs"
    And the severity for ADD is info

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-108 is evaluated
    Then nothing was evaluated
