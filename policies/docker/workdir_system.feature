Feature: WORKDIR is no folder of the system

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      <line>
      """
    When the policy SPILE-DOCKER-059 is evaluated
    Then the verdict for WORKDIR is <verdict>

    Examples:
      | case                  | line              | verdict |
      | a folder of its own   | WORKDIR /app      | pass    |
      | a name that begins so | WORKDIR /etcetera | pass    |
      | the system's          | WORKDIR /etc      | fail    |
      | below                 | WORKDIR /etc/app  | fail    |
      | programs              | WORKDIR /bin      | fail    |
      | at start              | WORKDIR /boot     | fail    |
      | devices               | WORKDIR /dev      | fail    |
      | libraries             | WORKDIR /lib      | fail    |
      | processes             | WORKDIR /proc     | fail    |
      | of the administrator  | WORKDIR /sbin     | fail    |
      | of the kernel         | WORKDIR /sys      | fail    |
      | known at the build    | WORKDIR $WHERE    | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      WORKDIR /etc
      """
    When the policy SPILE-DOCKER-059 is evaluated
    Then the finding for WORKDIR is at line 3, column 9
    And the message for WORKDIR is "/etc belongs to the system"
    And the severity for WORKDIR is medium

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-059 is evaluated
    Then nothing was evaluated
