Feature: Containers do not run as the root of their base image

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      ARG TAG
      FROM <line>
      RUN make
      """
    When the policy SPILE-DOCKER-081 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case                           | line                                               | verdict        |
      | an image that is root          | debian:12                                          | fail           |
      | known by its repository alone  | node:$TAG                                          | fail           |
      | a mirror of it                 | public.ecr.aws/docker/library/node:20              | fail           |
      | another mirror of it           | mirror.gcr.io/library/node:20                      | fail           |
      | of the same name elsewhere     | registry.example.org/library/node:20               | unknown        |
      | one that has a user            | jenkins/jenkins:lts                                | pass           |
      | distroless                     | gcr.io/distroless/static:latest                    | fail           |
      | distroless with a user         | gcr.io/distroless/static:nonroot                   | pass           |
      | the same to look into          | gcr.io/distroless/static:debug-nonroot             | pass           |
      | distroless, known at the build | gcr.io/distroless/static:$TAG                      | unknown        |
      | of Chainguard                  | cgr.dev/chainguard/static                          | pass           |
      | of Chainguard, to build with   | cgr.dev/chainguard/wolfi-base                      | fail           |
      | of Bitnami                     | bitnami/redis:7                                    | pass           |
      | .NET                           | mcr.microsoft.com/dotnet/aspnet:8.0                | fail           |
      | .NET without a shell           | mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled | pass           |
      | nothing below                  | scratch                                            | not applicable |
      | an image that nobody knows     | example/app:1                                      | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS base
      FROM base
      """
    When the policy SPILE-DOCKER-081 is evaluated
    Then the finding for 1 is at line 1, column 6
    And the message for 1 is "the container runs as root: no USER says otherwise, and debian:12 does not"
    And the severity for 1 is high

  Scenario: Who says USER is asked elsewhere, and what only builds is not asked
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12
      USER root
      """
    When the policy SPILE-DOCKER-081 is evaluated
    Then the verdict for build is not applicable
    And the verdict for 1 is not applicable

  Scenario: An image of our own
    Given the policy parameter "docker.images.own_users" is `{"registry.example.org/base": "app"}`
    And the Dockerfile:
      """dockerfile
      FROM registry.example.org/base:1
      """
    When the policy SPILE-DOCKER-081 is evaluated
    Then the verdict for 0 is pass

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-081 is evaluated
    Then nothing was evaluated
