Feature: Files of elsewhere are fetched and removed in one layer

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHICH
      ADD <line> /a/
      """
    When the policy SPILE-DOCKER-109 is evaluated
    Then the verdict for ADD is <verdict>

    Examples:
      | case                          | line                         | verdict |
      | of the context                | a.txt                        | pass    |
      | of elsewhere                  | https://example.org/a        | fail    |
      | in clear                      | http://example.org/a         | fail    |
      | by FTP                        | ftp://example.org/a          | fail    |
      | a repository                  | https://example.org/a.git    | pass    |
      | at a revision                 | https://example.org/a.git#v1 | pass    |
      | one whose name only begins so | https://example.org/a.github | fail    |
      | among others                  | a https://example.org/a      | fail    |
      | known at the build            | $WHICH                       | unknown |

  Scenario: COPY
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY https:// /a/
      """
    When the policy SPILE-DOCKER-109 is evaluated
    Then the verdict for COPY is not applicable

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ADD b https://example.org/a /a/
      """
    When the policy SPILE-DOCKER-109 is evaluated
    Then the finding for ADD is at line 2, column 7
    And the message for ADD is "https://example.org/a stays in its layer whatever is done with it later"
    And the severity for ADD is low

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-109 is evaluated
    Then nothing was evaluated
