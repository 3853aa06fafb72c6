Feature: FROM uses arguments that are declared in front of it

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      <line>
      """
    When the policy SPILE-DOCKER-058 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case            | line                                     | verdict |
      | declared        | FROM debian:$RELEASE                     | pass    |
      | of the platform | FROM --platform=$BUILDPLATFORM debian:12 | pass    |
      | with a default  | FROM debian:${OTHER:-12}                 | pass    |
      | not declared    | FROM debian:12$OTHER                     | fail    |
      | in the platform | FROM --platform=linux/$OTHER debian:12   | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      ARG RELEASE
      FROM debian:12$OTHER
      """
    When the policy SPILE-DOCKER-058 is evaluated
    Then the finding for 0 is at line 2, column 6
    And the message for 0 is "no ARG in front of the first FROM declares OTHER"
    And the severity for 0 is medium

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-058 is evaluated
    Then nothing was evaluated
