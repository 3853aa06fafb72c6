Feature: Containers are not reached by SSH

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG PORT
      <line>
      """
    When the policy SPILE-DOCKER-021 is evaluated
    Then the verdict for EXPOSE is <verdict>

    Examples:
      | case                | line            | verdict |
      | another             | EXPOSE 80 443   | pass    |
      | with its digits     | EXPOSE 2222 122 | pass    |
      | SSH                 | EXPOSE 80 22    | fail    |
      | with its protocol   | EXPOSE 22/tcp   | fail    |
      | the other protocol  | EXPOSE 22/udp   | pass    |
      | in a range          | EXPOSE 20-25    | fail    |
      | in front of a range | EXPOSE 23-25    | pass    |
      | behind a range      | EXPOSE 20-21    | pass    |
      | no port at all      | EXPOSE ssh      | pass    |
      | known at the build  | EXPOSE $PORT    | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG PORT
      EXPOSE 80 22
      """
    When the policy SPILE-DOCKER-021 is evaluated
    Then the finding for EXPOSE is at line 3, column 11
    And the message for EXPOSE is "22 is where SSH is reached"
    And the severity for EXPOSE is medium

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-021 is evaluated
    Then nothing was evaluated
