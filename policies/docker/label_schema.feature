Feature: Images have no labels but those that the organisation knows

  Scenario Outline: <case>
    Given the policy parameter "docker.labels.required" is `{"org.example.team"}`
    And the policy parameter "docker.labels.closed" is `true`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHICH
      LABEL <line>
      """
    When the policy SPILE-DOCKER-095 is evaluated
    Then the verdict for LABEL is <verdict>

    Examples:
      | case               | line                                             | verdict |
      | wanted             | org.example.team=x                               | pass    |
      | of a known kind    | org.opencontainers.image.url=https://example.org | pass    |
      | another            | org.example.other=x                              | fail    |
      | another beside it  | org.example.team=x org.example.other=x           | fail    |
      | known at the build | ${WHICH}=1                                       | unknown |

  Scenario: Where it is
    Given the policy parameter "docker.labels.required" is `{"org.example.team"}`
    And the policy parameter "docker.labels.closed" is `true`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL org.example.other=x
      """
    When the policy SPILE-DOCKER-095 is evaluated
    Then the finding for LABEL is at line 2, column 7
    And the message for LABEL is "no policy knows the label org.example.other"
    And the severity for LABEL is info

  Scenario: Every label may be
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL org.example.other=x
      """
    When the policy SPILE-DOCKER-095 is evaluated
    Then the verdict for LABEL is not applicable

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-095 is evaluated
    Then nothing was evaluated
