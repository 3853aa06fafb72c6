Feature: Keys and passwords do not come along with the build context

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHICH
      COPY <line> /srv/
      """
    When the policy SPILE-DOCKER-087 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case                   | line         | verdict        |
      | all of it              | .            | fail           |
      | all of it with a slash | ./           | fail           |
      | from the top           | /            | fail           |
      | everything in it       | *            | fail           |
      | a folder               | src          | not applicable |
      | among others           | src .        | fail           |
      | of another stage       | --from=x:1 . | not applicable |
      | known at the build     | $WHICH       | unknown        |

  Scenario: All but what is taken back in
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY . /srv/
      """
    And the .dockerignore:
      """
      *
      !src
      """
    When the policy SPILE-DOCKER-087 is evaluated
    Then the verdict for COPY is pass

  Scenario: Some of them are left out
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY a . /srv/
      """
    And the .dockerignore:
      """
      .aws
      .docker
      .env*
      .netrc
      **/.npmrc
      .pypirc
      .ssh
      id_*
      """
    When the policy SPILE-DOCKER-087 is evaluated
    Then the verdict for COPY is fail
    And the finding for COPY is at line 2, column 6
    And the message for COPY is ".dockerignore does not leave out .git/config, where keys and passwords usually lie"
    And the severity for COPY is medium

  Scenario: One that may come along
    Given the policy parameter "policies.docker.whole_context.allowed" is `{".git/config"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY . /srv/
      """
    And the .dockerignore:
      """
      .aws
      .docker
      .env*
      .netrc
      **/.npmrc
      .pypirc
      .ssh
      id_*
      """
    When the policy SPILE-DOCKER-087 is evaluated
    Then the verdict for COPY is pass

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ADD . /srv/
      """
    When the policy SPILE-DOCKER-087 is evaluated
    Then the finding for ADD is at line 2, column 5
    And the message for ADD is "all of the build context goes into the image, also keys and passwords that lie there: no .dockerignore leaves them out"

  Scenario: A stage that is not shipped
    Given the Dockerfile:
      """dockerfile
      FROM golang:1.22 AS build
      COPY . .
      FROM scratch
      COPY --from=build /a /a
      """
    When the policy SPILE-DOCKER-087 is evaluated
    Then nothing was evaluated

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-087 is evaluated
    Then nothing was evaluated
