Feature: Base images come from trusted registries

  Scenario Outline: <case>
    Given the policy parameter "policies.docker.trusted_registries.trusted" is `{"docker.io", "registry.example.org", "*.mirror.example.org"}`
    And the Dockerfile:
      """dockerfile
      ARG WHICH
      FROM <line>
      RUN make
      """
    When the policy SPILE-DOCKER-088 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case                            | line                          | verdict        |
      | Docker Hub                      | debian:12                     | pass           |
      | our own                         | registry.example.org/base:1   | pass           |
      | below ours                      | eu.mirror.example.org/base:1  | pass           |
      | whose name only ends alike      | evilmirror.example.org/base:1 | fail           |
      | elsewhere                       | quay.io/base:1                | fail           |
      | with a tag that the build knows | quay.io/base:$WHICH           | fail           |
      | known at the build              | $WHICH/base:1                 | unknown        |
      | nothing below                   | scratch                       | not applicable |

  Scenario: Where it is
    Given the policy parameter "policies.docker.trusted_registries.trusted" is `{"docker.io"}`
    And the Dockerfile:
      """dockerfile
      FROM quay.io/base:1
      """
    When the policy SPILE-DOCKER-088 is evaluated
    Then the finding for 0 is at line 1, column 6
    And the message for 0 is "quay.io/base:1 comes from quay.io, which is not among the trusted registries"
    And the severity for 0 is high

  Scenario: Every registry
    Given the policy parameter "policies.docker.trusted_registries.trusted" is `{"*"}`
    And the Dockerfile:
      """dockerfile
      FROM quay.io/base:1
      """
    When the policy SPILE-DOCKER-088 is evaluated
    Then the verdict for 0 is pass

  Scenario: Nobody has said which
    Given the Dockerfile:
      """dockerfile
      FROM quay.io/base:1
      """
    When the policy SPILE-DOCKER-088 is evaluated
    Then the verdict for 0 is not applicable

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-088 is evaluated
    Then nothing was evaluated
