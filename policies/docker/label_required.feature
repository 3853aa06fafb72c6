Feature: Images have the labels that the organisation wants

  Scenario Outline: <case>
    Given the policy parameter "docker.labels.required" is `{"org.example.team"}`
    And the Dockerfile:
      """dockerfile
      FROM scratch AS base
      LABEL org.example.other=x
      <line>
      """
    When the policy SPILE-DOCKER-094 is evaluated
    Then the verdict for base is <verdict>

    Examples:
      | case    | line                        | verdict |
      | there   | LABEL org.example.team=shop | pass    |
      | another | LABEL org.example.role=shop | fail    |

  Scenario: What the stage below says counts, what only builds does not
    Given the policy parameter "docker.labels.required" is `{"org.example.team"}`
    And the Dockerfile:
      """dockerfile
      FROM scratch AS base
      LABEL org.example.team=shop
      FROM scratch AS build
      FROM base
      """
    When the policy SPILE-DOCKER-094 is evaluated
    Then the verdict for 2 is pass
    And the verdict for build is not applicable

  Scenario: The base image may have it
    Given the policy parameter "docker.labels.required" is `{"org.example.team"}`
    And the Dockerfile:
      """dockerfile
      FROM example/base:1
      """
    When the policy SPILE-DOCKER-094 is evaluated
    Then the verdict for 0 is unknown

  Scenario: Where it is
    Given the policy parameter "docker.labels.required" is `{"org.example.team"}`
    And the Dockerfile:
      """dockerfile
      FROM scratch
      """
    When the policy SPILE-DOCKER-094 is evaluated
    Then the finding for 0 is at line 1, column 6
    And the message for 0 is "the image has no label org.example.team"
    And the severity for 0 is info

  Scenario: None is wanted
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      """
    When the policy SPILE-DOCKER-094 is evaluated
    Then the verdict for 0 is pass

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-094 is evaluated
    Then nothing was evaluated
