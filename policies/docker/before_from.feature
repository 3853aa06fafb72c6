Feature: Nothing but ARG stands in front of the first FROM

  Scenario: In front and behind
    Given the Dockerfile:
      """dockerfile
      ARG A=1
      RUN true
      FROM debian:12
      USER app
      ARG B
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the findings are exactly:
      | resource | line | column | message                                                 | severity |
      | RUN      | 2    | 1      | RUN in front of the first FROM is part of no stage | high     |
    And the verdict for USER is pass
    And the verdict for 0 is pass

  Scenario: ADD in front
    Given the Dockerfile:
      """dockerfile
      ADD a b
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for ADD is fail

  Scenario: CMD in front
    Given the Dockerfile:
      """dockerfile
      CMD a
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for CMD is fail

  Scenario: COPY in front
    Given the Dockerfile:
      """dockerfile
      COPY a b
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for COPY is fail

  Scenario: ENTRYPOINT in front
    Given the Dockerfile:
      """dockerfile
      ENTRYPOINT a
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for ENTRYPOINT is fail

  Scenario: ENV in front
    Given the Dockerfile:
      """dockerfile
      ENV a=b
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for ENV is fail

  Scenario: EXPOSE in front
    Given the Dockerfile:
      """dockerfile
      EXPOSE 1
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for EXPOSE is fail

  Scenario: HEALTHCHECK in front
    Given the Dockerfile:
      """dockerfile
      HEALTHCHECK NONE
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for HEALTHCHECK is fail

  Scenario: LABEL in front
    Given the Dockerfile:
      """dockerfile
      LABEL a=b
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for LABEL is fail

  Scenario: MAINTAINER in front
    Given the Dockerfile:
      """dockerfile
      MAINTAINER me
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for MAINTAINER is fail

  Scenario: ONBUILD in front
    Given the Dockerfile:
      """dockerfile
      ONBUILD RUN a
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for ONBUILD is fail

  Scenario: SHELL in front
    Given the Dockerfile:
      """dockerfile
      SHELL ["sh"]
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for SHELL is fail

  Scenario: STOPSIGNAL in front
    Given the Dockerfile:
      """dockerfile
      STOPSIGNAL 9
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for STOPSIGNAL is fail

  Scenario: USER in front
    Given the Dockerfile:
      """dockerfile
      USER a
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for USER is fail

  Scenario: VOLUME in front
    Given the Dockerfile:
      """dockerfile
      VOLUME /a
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for VOLUME is fail

  Scenario: WORKDIR in front
    Given the Dockerfile:
      """dockerfile
      workdir /a
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for WORKDIR is fail

  Scenario: Arguments alone
    Given the Dockerfile:
      """dockerfile
      ARG A
      FROM debian:12
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then the verdict for ARG is not applicable

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-105 is evaluated
    Then nothing was evaluated
