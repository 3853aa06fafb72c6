Feature: Rules are not switched off in the Dockerfile

  Scenario Outline: <case>
    Given the policy parameter "policies.docker.inline_ignores.allowed" is `false`
    And the Dockerfile:
      """dockerfile
      FROM debian:12 AS base
      # <line>
      RUN make
      """
    When the policy SPILE-DOCKER-107 is evaluated
    Then the verdict for base is <verdict>

    Examples:
      | case           | line                          | verdict |
      | a comment      | about it                      | pass    |
      | of hadolint    | hadolint ignore=DL3008        | fail    |
      | of it for all  | hadolint global ignore=DL3008 | fail    |
      | about hadolint | hadolint finds nothing        | pass    |
      | of checkov     | checkov:skip=CKV_DOCKER_2     | fail    |
      | of trivy       | trivy:ignore:DS-0002          | fail    |
      | of BuildKit    | check=skip=UndefinedVar       | fail    |
      | of KICS        | kics-scan ignore-line         | fail    |

  Scenario: Where it is
    Given the policy parameter "policies.docker.inline_ignores.allowed" is `false`
    And the Dockerfile:
      """dockerfile
      # hadolint global ignore=DL3008
      FROM debian:12 AS base
      RUN make
      FROM base AS next
      RUN true
      """
    When the policy SPILE-DOCKER-107 is evaluated
    Then the finding for base is at line 1, column 1
    And the message for base is "hadolint global ignore=DL3008 is written by whoever writes the Dockerfile"
    And the severity for base is info
    And the verdict for next is pass

  Scenario: They may
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      # hadolint ignore=DL3008
      RUN make
      """
    When the policy SPILE-DOCKER-107 is evaluated
    Then the verdict for 0 is not applicable

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-107 is evaluated
    Then nothing was evaluated
