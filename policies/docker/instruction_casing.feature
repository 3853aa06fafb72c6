Feature: Instructions have the same casing

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      USER app
      <line>
      """
    When the policy SPILE-DOCKER-009 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case       | line     | verdict |
      | upper case | RUN make | pass    |
      | lower case | run make | fail    |
      | mixed case | Run make | fail    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      USER app
      run make
      """
    When the policy SPILE-DOCKER-009 is evaluated
    Then the finding for RUN is at line 3, column 1
    And the message for RUN is "run is written otherwise than most instructions of the file"
    And the severity for RUN is info

  Scenario Outline: Every instruction counts
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM build
      FROM build
      USER app
      <line>
      """
    When the policy SPILE-DOCKER-009 is evaluated
    Then the findings are exactly:
      | line |
      | 5    |

    Examples:
      | line                         |
      | from scratch                 |
      | add a b                      |
      | arg A                        |
      | cmd ["a"]                    |
      | copy a b                     |
      | entrypoint ["a"]             |
      | env A=1                      |
      | expose 80                    |
      | healthcheck NONE             |
      | label a=1                    |
      | maintainer me                |
      | onbuild RUN make             |
      | run make                     |
      | shell ["/bin/sh", "-c"]      |
      | stopsignal TERM              |
      | user app                     |
      | volume /data                 |
      | workdir /data                |

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-009 is evaluated
    Then nothing was evaluated
