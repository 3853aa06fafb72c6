Feature: ONBUILD puts off what can be put off

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ONBUILD <line>
      """
    When the policy SPILE-DOCKER-091 is evaluated
    Then the verdict for ONBUILD is <verdict>

    Examples:
      | case          | line             | verdict |
      | what can be   | RUN make         | pass    |
      | itself        | ONBUILD RUN make | fail    |
      | a stage       | FROM debian:12   | fail    |
      | a name        | MAINTAINER me    | fail    |
      | in lower case | maintainer me    | fail    |

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ONBUILD FROM debian:12
      """
    When the policy SPILE-DOCKER-091 is evaluated
    Then the finding for ONBUILD is at line 2, column 9
    And the message for ONBUILD is "FROM cannot be put off"
    And the severity for ONBUILD is high

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-091 is evaluated
    Then nothing was evaluated
