Feature: Instructions hold no blank lines

  Scenario: A blank line
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      RUN make \
      
          && make install
      USER app
      """
    When the policy SPILE-DOCKER-083 is evaluated
    Then the verdict for RUN is fail
    And the finding for RUN is at line 3
    And the message for RUN is "a blank line inside an instruction will be an error"
    And the severity for RUN is low
    And the verdict for USER is pass
    And the verdict for 0 is pass

  Scenario: A comment is no blank line
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      RUN make \
          # now
          && make install
      """
    When the policy SPILE-DOCKER-083 is evaluated
    Then the verdict for RUN is pass

  Scenario: A blank line in FROM
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 \
      
        AS base
      RUN make
      """
    When the policy SPILE-DOCKER-083 is evaluated
    Then the verdict for base is fail
    And the verdict for RUN is pass

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-083 is evaluated
    Then nothing was evaluated
