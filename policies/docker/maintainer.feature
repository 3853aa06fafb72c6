Feature: Whoever maintains an image stands in a label

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      <line>
      """
    When the policy SPILE-DOCKER-030 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case            | line                                      | verdict |
      | a label         | LABEL org.opencontainers.image.authors=me | pass    |
      | the instruction | MAINTAINER me                             | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      MAINTAINER me
      """
    When the policy SPILE-DOCKER-030 is evaluated
    Then the finding for 0 is at line 2, column 1
    And the message for 0 is "MAINTAINER is out of use"
    And the severity for 0 is low

  Scenario: Each stage answers for itself
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      MAINTAINER me
      FROM debian:12
      """
    When the policy SPILE-DOCKER-030 is evaluated
    Then the verdict for 0 is fail
    And the verdict for 1 is pass

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-030 is evaluated
    Then nothing was evaluated
