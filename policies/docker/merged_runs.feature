Feature: Commands that follow each other share a layer

  Scenario: One behind another
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      RUN make
      RUN true
      """
    When the policy SPILE-DOCKER-103 is evaluated
    Then the findings are exactly:
      | line | column | message                                 | severity |
      | 3    | 1      | a layer of its own right behind another | info     |

  Scenario: Something between them
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      RUN make
      WORKDIR /srv
      RUN true
      """
    When the policy SPILE-DOCKER-103 is evaluated
    Then there are no findings

  Scenario: Of two stages
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      RUN make
      FROM debian:12
      RUN true
      """
    When the policy SPILE-DOCKER-103 is evaluated
    Then there are no findings

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-103 is evaluated
    Then nothing was evaluated
