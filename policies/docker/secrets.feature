Feature: Secrets do not go into ARG and ENV

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHICH
      <line>
      """
    When the policy SPILE-DOCKER-039 is evaluated
    Then the verdict for ENV is <verdict>

    Examples:
      | case                     | line                | verdict |
      | a name                   | ENV EDITOR=vi       | pass    |
      | a key                    | ENV SIGNING_KEY=x   | fail    |
      | an API key               | ENV APIKEY=x        | fail    |
      | a password               | ENV DB_PASSWORD=x   | fail    |
      | in lower case            | ENV db_password=x   | fail    |
      | a token                  | ENV A=1 TOKEN=x     | fail    |
      | a word that begins so    | ENV KEYBOARD=de     | pass    |
      | a word that ends so      | ENV MONKEY=de       | pass    |
      | a public key             | ENV PUBLIC_KEY=x    | pass    |
      | the fingerprint of a key | ENV GPG_KEY=x       | pass    |
      | the same                 | ENV PGP_KEY=x       | pass    |
      | that is published        | ENV PUBLICITY_KEY=x | fail    |
      | known at the build       | ENV ${WHICH}=x      | unknown |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHICH
      ENV A=1 TOKEN=x
      """
    When the policy SPILE-DOCKER-039 is evaluated
    Then the finding for ENV is at line 3, column 9
    And the message for ENV is "TOKEN can be read by everybody who has the image or its history"
    And the severity for ENV is high

  Scenario: An argument
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG NPM_TOKEN
      """
    When the policy SPILE-DOCKER-039 is evaluated
    Then the verdict for ARG is fail

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-039 is evaluated
    Then nothing was evaluated
