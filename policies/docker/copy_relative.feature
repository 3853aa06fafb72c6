Feature: COPY to a relative path stands below a WORKDIR

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      <line>
      """
    When the policy SPILE-DOCKER-018 is evaluated
    Then the verdict for <keyword> is <verdict>

    Examples:
      | case | keyword | line | verdict |
      | absolute | COPY | COPY a /app/ | pass |
      | relative | COPY | COPY a app/ | fail |
      | of ADD | ADD | ADD a app/ | fail |
      | known at the build | COPY | COPY a $WHERE | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      COPY a app/
      """
    When the policy SPILE-DOCKER-018 is evaluated
    Then the finding for COPY is at line 3, column 8
    And the message for COPY is "app/ is below whatever folder the base image sets"
    And the severity for COPY is low

  Scenario: Below a WORKDIR
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      WORKDIR /app
      COPY a .
      """
    When the policy SPILE-DOCKER-018 is evaluated
    Then the verdict for COPY is pass

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-018 is evaluated
    Then nothing was evaluated
