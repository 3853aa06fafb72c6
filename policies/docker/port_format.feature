Feature: EXPOSE names a port of the container, and nothing of the host

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG PORT
      <line>
      """
    When the policy SPILE-DOCKER-023 is evaluated
    Then the verdict for EXPOSE is <verdict>

    Examples:
      | case               | line                     | verdict |
      | a port             | EXPOSE 80/tcp            | pass    |
      | a range            | EXPOSE 80-90             | pass    |
      | one of the host    | EXPOSE 8080:80           | fail    |
      | an address         | EXPOSE 127.0.0.1:8080:80 | fail    |
      | a name             | EXPOSE http              | fail    |
      | known at the build | EXPOSE $PORT             | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG PORT
      EXPOSE 443 8080:80
      """
    When the policy SPILE-DOCKER-023 is evaluated
    Then the finding for EXPOSE is at line 3, column 12
    And the message for EXPOSE is "8080:80 is no port or range of ports"
    And the severity for EXPOSE is low

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-023 is evaluated
    Then nothing was evaluated
