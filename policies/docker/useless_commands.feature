Feature: RUN calls nothing that means nothing in a build

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHAT
      RUN <line>
      """
    When the policy SPILE-DOCKER-089 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case               | line              | verdict |
      | a build            | make              | pass    |
      | a machine's state  | top               | fail    |
      | behind another     | make && ps ax     | fail    |
      | by its path        | /usr/bin/free     | fail    |
      | asked for rights   | sudo shutdown now | fail    |
      | as an argument     | echo top          | pass    |
      | known at the build | $WHAT -x          | unknown |

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      RUN make && top -b
      """
    When the policy SPILE-DOCKER-089 is evaluated
    Then the finding for RUN is at line 2, column 13
    And the message for RUN is "top does nothing for an image"
    And the severity for RUN is info

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-089 is evaluated
    Then nothing was evaluated
