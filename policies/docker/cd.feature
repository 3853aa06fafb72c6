Feature: WORKDIR changes the folder

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-017 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case               | line            | verdict |
      | none               | make            | pass    |
      | one                | cd /src && make | fail    |
      | as an argument     | echo cd         | pass    |
      | known at the build | $OPTION /src    | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && cd /src
      """
    When the policy SPILE-DOCKER-017 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "the folder of cd /src is forgotten when the RUN ends"
    And the severity for RUN is info

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-017 is evaluated
    Then nothing was evaluated
