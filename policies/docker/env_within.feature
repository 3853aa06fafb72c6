Feature: ENV does not read what it sets itself

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG GIVEN
      <line>
      """
    When the policy SPILE-DOCKER-092 is evaluated
    Then the verdict for ENV is <verdict>

    Examples:
      | case                        | line                 | verdict |
      | nothing read                | ENV A=1 B=2          | pass    |
      | the other                   | ENV A=1 B=$A         | fail    |
      | in braces                   | ENV A=1 B="${A}/x"   | fail    |
      | the other one comes later   | ENV B=$A A=1         | fail    |
      | itself                      | ENV A=$A             | pass    |
      | an argument                 | ENV GIVEN=1 B=$GIVEN | pass    |
      | another name                | ENV A=1 B=$C         | pass    |
      | a single quote              | ENV A=1 B='$A'       | pass    |
      | a name that the build knows | ENV ${GIVEN}=1 B=$C  | unknown |

  Scenario: Set in front
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ENV A=1
      ENV A=2 B=$A
      ENV C=3 D=$C
      """
    When the policy SPILE-DOCKER-092 is evaluated
    Then the findings are exactly:
      | line | column | message                                                   |
      | 4    | 11     | D reads C, which has its new value only behind this ENV |

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-092 is evaluated
    Then nothing was evaluated
