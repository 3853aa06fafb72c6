Feature: Instructions do not use sudo

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-014 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                | line                         | verdict |
      | none                | apt-get update               | pass    |
      | installed, not used | apt-get install -y sudo      | pass    |
      | used                | sudo apt-get update          | fail    |
      | by its path         | /usr/bin/sudo apt-get update | fail    |
      | known at the build  | $OPTION apt-get update       | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && sudo apt-get update
      """
    When the policy SPILE-DOCKER-014 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "sudo in an image lets a process out of the user that it was given"
    And the severity for RUN is medium

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-014 is evaluated
    Then nothing was evaluated
