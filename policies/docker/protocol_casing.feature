Feature: Protocols of EXPOSE are in lower case

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG PORT
      <line>
      """
    When the policy SPILE-DOCKER-024 is evaluated
    Then the verdict for EXPOSE is <verdict>

    Examples:
      | case               | line          | verdict |
      | lower case         | EXPOSE 80/tcp | pass    |
      | none               | EXPOSE 80     | pass    |
      | upper case         | EXPOSE 80/TCP | fail    |
      | known at the build | EXPOSE $PORT  | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG PORT
      EXPOSE 443 80/TCP
      """
    When the policy SPILE-DOCKER-024 is evaluated
    Then the finding for EXPOSE is at line 3, column 12
    And the message for EXPOSE is "80/TCP names its protocol in upper case"
    And the severity for EXPOSE is info

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-024 is evaluated
    Then nothing was evaluated
