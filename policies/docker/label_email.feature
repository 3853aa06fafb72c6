Feature: Labels that are e-mail addresses are such

  Scenario Outline: <case>
    Given the policy parameter "docker.labels.kinds" is `{"org.example.it": "email"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHAT
      LABEL <line>
      """
    When the policy SPILE-DOCKER-102 is evaluated
    Then the verdict for LABEL is <verdict>

    Examples:
      | case               | line                             | verdict        |
      | good, 1            | org.example.it=team@example.org  | pass           |
      | bad, 1             | org.example.it=team              | fail           |
      | bad, 2             | org.example.it=team@example      | fail           |
      | bad, 3             | org.example.it="a b@example.org" | fail           |
      | another label      | org.example.other=x              | not applicable |
      | known at the build | org.example.it=$WHAT             | unknown        |

  Scenario: Where it is
    Given the policy parameter "docker.labels.kinds" is `{"org.example.it": "email"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL org.example.other=x org.example.it=team
      """
    When the policy SPILE-DOCKER-102 is evaluated
    Then the finding for LABEL is at line 2, column 42
    And the message for LABEL contains "the label org.example.it is no e-mail address: "
    And the severity for LABEL is low

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-102 is evaluated
    Then nothing was evaluated
