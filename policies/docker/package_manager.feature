Feature: Commands use the package manager that the base image has

  Scenario Outline: <case>
    Given the policy parameter "docker.images.own_families" is `{"registry.example.org/base": "debian"}`
    And the Dockerfile:
      """dockerfile
      ARG TAG
      FROM <line> x
      """
    When the policy SPILE-DOCKER-111 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                           | line                                                   | verdict        |
      | apt-get over Debian            | debian:12\n      RUN apt-get install                   | pass           |
      | apt over Ubuntu                | ubuntu:24.04\n      RUN apt install                    | pass           |
      | apk over Debian                | debian:12\n      RUN apk add                           | fail           |
      | apt-get over Alpine            | alpine:3\n      RUN apt-get install                    | fail           |
      | apk over Alpine                | alpine:3\n      RUN apk add                            | pass           |
      | a variant over Alpine          | node:20-alpine\n      RUN apk add                      | pass           |
      | apt over that variant          | node:20-alpine\n      RUN apt install                  | fail           |
      | no variant                     | node:20\n      RUN apt-get install                     | pass           |
      | apk over Wolfi                 | cgr.dev/chainguard/wolfi-base\n      RUN apk add       | pass           |
      | dnf over Fedora                | fedora:40\n      RUN dnf install                       | pass           |
      | microdnf over it               | fedora:40\n      RUN microdnf install                  | pass           |
      | yum over it                    | fedora:40\n      RUN yum install                       | pass           |
      | zypper over it                 | fedora:40\n      RUN zypper install                    | fail           |
      | yum over Debian                | debian:12\n      RUN yum install                       | fail           |
      | dnf over Debian                | debian:12\n      RUN dnf install                       | fail           |
      | pacman over Arch               | archlinux:latest\n      RUN pacman -S                  | pass           |
      | pacman over Debian             | debian:12\n      RUN pacman -S                         | fail           |
      | microdnf over Debian           | debian:12\n      RUN microdnf install                  | fail           |
      | another command                | debian:12\n      RUN make                              | pass           |
      | only if it is there            | debian:12\n      RUN test -x /sbin/apk && apk add      | pass           |
      | a base that is not known       | example/app:1\n      RUN apk add                       | not applicable |
      | of a family of our own         | registry.example.org/base:1\n      RUN apt-get install | pass           |
      | a variant that the build knows | node:$TAG\n      RUN apk add                           | unknown        |

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM alpine:3
      RUN make && exec make; apt-get update
      """
    When the policy SPILE-DOCKER-111 is evaluated
    Then the finding for RUN is at line 2, column 24
    And the message for RUN is "apt-get is not there: the base image is of the family alpine"
    And the severity for RUN is high

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-111 is evaluated
    Then nothing was evaluated
