Feature: Files that go to the same place are copied together

  Scenario: To the same place
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY a /srv/
      COPY b /srv/
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then the findings are exactly:
      | line | column | message                                       | severity |
      | 3    | 8      | the instruction in front copies to /srv/ too | info     |

  Scenario: To another place
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS base
      COPY a /srv/
      COPY b /opt/
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then there are no findings

  Scenario: With something between them
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS base
      COPY a /srv/
      RUN true
      COPY b /srv/
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then there are no findings

  Scenario: By another instruction
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS base
      ADD a /srv/
      COPY b /srv/
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then there are no findings

  Scenario: From elsewhere
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS base
      COPY a /srv/
      COPY --from=x:1 b /srv/
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then there are no findings

  Scenario: For somebody else
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS base
      COPY a /srv/
      COPY --chown=1 b /srv/
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then there are no findings

  Scenario: Of another stage
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS base
      COPY a /srv/
      FROM base
      COPY b /srv/
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then there are no findings

  Scenario: A place that the build knows
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG A
      ARG B
      COPY a $A/
      COPY b $B/
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then the findings are exactly:
      | verdict | line |
      | unknown | 5    |

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-110 is evaluated
    Then nothing was evaluated
