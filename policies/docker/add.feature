Feature: Files are copied by COPY

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      <line>
      """
    When the policy SPILE-DOCKER-019 is evaluated
    Then the verdict for ADD is <verdict>

    Examples:
      | case                | line                           | verdict |
      | an archive          | ADD rootfs.tar.xz /            | pass    |
      | a page              | ADD https://example.com/a /a   | pass    |
      | a repository        | ADD git@example.com:a/b.git /a | pass    |
      | a file              | ADD app.py /app/               | fail    |
      | one of two          | ADD a.tar.gz app.py /app/      | fail    |
      | known at the build  | ADD $WHERE /app/               | unknown |
      | an archive at least | ADD $WHERE.tar.gz /app/        | pass    |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHERE
      ADD app.py /app/
      """
    When the policy SPILE-DOCKER-019 is evaluated
    Then the finding for ADD is at line 3, column 5
    And the message for ADD is "ADD of app.py does what COPY does, and more where it is an archive"
    And the severity for ADD is low

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-019 is evaluated
    Then nothing was evaluated
