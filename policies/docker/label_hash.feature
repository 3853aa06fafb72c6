Feature: Labels that are revisions are hashes of git

  Scenario Outline: <case>
    Given the policy parameter "docker.labels.kinds" is `{"org.example.it": "hash"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHAT
      LABEL <line>
      """
    When the policy SPILE-DOCKER-100 is evaluated
    Then the verdict for LABEL is <verdict>

    Examples:
      | case               | line                                                    | verdict        |
      | good, 1            | org.example.it=0123abc                                  | pass           |
      | good, 2            | org.example.it=0123456789abcdef0123456789abcdef01234567 | pass           |
      | bad, 1             | org.example.it=main                                     | fail           |
      | bad, 2             | org.example.it=0123ABC                                  | fail           |
      | bad, 3             | org.example.it=0123ab                                   | fail           |
      | another label      | org.example.other=x                                     | not applicable |
      | known at the build | org.example.it=$WHAT                                    | unknown        |

  Scenario: Where it is
    Given the policy parameter "docker.labels.kinds" is `{"org.example.it": "hash"}`
    And the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL org.example.other=x org.example.it=main
      """
    When the policy SPILE-DOCKER-100 is evaluated
    Then the finding for LABEL is at line 2, column 42
    And the message for LABEL contains "the label org.example.it is no hash of git: "
    And the severity for LABEL is low

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-100 is evaluated
    Then nothing was evaluated
