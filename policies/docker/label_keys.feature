Feature: Keys of labels are such that tools agree on them

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHICH
      LABEL <line>
      """
    When the policy SPILE-DOCKER-093 is evaluated
    Then the verdict for LABEL is <verdict>

    Examples:
      | case                       | line                     | verdict |
      | a domain                   | org.example.part=x       | pass    |
      | one word                   | version=1                | pass    |
      | a dash                     | org.example.a-part=x     | pass    |
      | capitals                   | Version=1                | fail    |
      | a blank inside             | "a b"=1                  | fail    |
      | an underscore              | a_b=1                    | fail    |
      | two dots                   | a..b=1                   | fail    |
      | a dot at the end           | a.=1                     | fail    |
      | a digit first              | 1a=1                     | fail    |
      | of Docker                  | com.docker.part=1        | fail    |
      | of Docker too              | io.docker.part=1         | fail    |
      | of its project             | org.dockerproject.part=1 | fail    |
      | one that only begins alike | com.dockers=1            | pass    |
      | known at the build         | ${WHICH}=1               | unknown |

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL a=1 B=2
      """
    When the policy SPILE-DOCKER-093 is evaluated
    Then the finding for LABEL is at line 2, column 11
    And the message for LABEL contains "the key B is not one of"
    And the severity for LABEL is info

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-093 is evaluated
    Then nothing was evaluated
