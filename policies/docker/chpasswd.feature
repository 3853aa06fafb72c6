Feature: Nobody's password is set while the image is built

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-075 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case               | line                   | verdict |
      | none               | useradd app            | pass    |
      | from a text        | echo app:x \| chpasswd | fail    |
      | known at the build | $OPTION                | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN echo app:x | chpasswd
      """
    When the policy SPILE-DOCKER-075 is evaluated
    Then the finding for RUN is at line 3, column 18
    And the message for RUN is "chpasswd sets a password that everybody who has the image can read"
    And the severity for RUN is high

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-075 is evaluated
    Then nothing was evaluated
