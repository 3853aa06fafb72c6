Feature: Labels that are times are such

  Scenario Outline: <case>
    Given the policy parameter "docker.labels.kinds" is `{"org.example.it": "time"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHAT
      LABEL <line>
      """
    When the policy SPILE-DOCKER-098 is evaluated
    Then the verdict for LABEL is <verdict>

    Examples:
      | case               | line                                       | verdict        |
      | good, 1            | org.example.it=2027-01-31T10:00:00Z        | pass           |
      | good, 2            | org.example.it=2027-01-31t10:00:00.5+01:00 | pass           |
      | bad, 1             | org.example.it=2027-01-31                  | fail           |
      | bad, 2             | org.example.it=2027-13-31T10:00:00Z        | fail           |
      | bad, 3             | org.example.it="2027-01-31 10:00:00"       | fail           |
      | another label      | org.example.other=x                        | not applicable |
      | known at the build | org.example.it=$WHAT                       | unknown        |

  Scenario: Where it is
    Given the policy parameter "docker.labels.kinds" is `{"org.example.it": "time"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL org.example.other=x org.example.it=2027-01-31
      """
    When the policy SPILE-DOCKER-098 is evaluated
    Then the finding for LABEL is at line 2, column 42
    And the message for LABEL contains "the label org.example.it is no time as RFC 3339 writes it: "
    And the severity for LABEL is low

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-098 is evaluated
    Then nothing was evaluated
