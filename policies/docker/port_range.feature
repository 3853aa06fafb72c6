Feature: Ports lie between 0 and 65535

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG PORT
      <line>
      """
    When the policy SPILE-DOCKER-022 is evaluated
    Then the verdict for EXPOSE is <verdict>

    Examples:
      | case                                          | line               | verdict |
      | a port                                        | EXPOSE 80          | pass    |
      | the last                                      | EXPOSE 65535       | pass    |
      | behind the last                               | EXPOSE 65536       | fail    |
      | a range that ends behind it                   | EXPOSE 65530-65536 | fail    |
      | a range                                       | EXPOSE 80-90       | pass    |
      | a range backwards                             | EXPOSE 90-80       | fail    |
      | no port at all, which another policy is about | EXPOSE a           | pass    |
      | known at the build                            | EXPOSE $PORT       | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG PORT
      EXPOSE 80 65536
      """
    When the policy SPILE-DOCKER-022 is evaluated
    Then the finding for EXPOSE is at line 3, column 11
    And the message for EXPOSE is "there is no port 65536"
    And the severity for EXPOSE is medium

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-022 is evaluated
    Then nothing was evaluated
