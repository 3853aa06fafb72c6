Feature: COPY takes what the build context has

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHICH
      COPY <line> /srv/
      """
    And the .dockerignore:
      """
      # d.txt
      secret.txt
      /build/
      */*.log
      **/*.tmp
      a?
      c[0-9].x
      docs/*
      !docs/README.md
      """
    When the policy SPILE-DOCKER-086 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case                             | line                           | verdict |
      | a file that is there             | src/a                          | pass    |
      | one that is left out             | secret.txt                     | fail    |
      | by a slash in front              | /secret.txt                    | fail    |
      | from here                        | ./secret.txt                   | fail    |
      | one below another folder         | a/secret.txt                   | pass    |
      | in a folder that is left out     | build/out/a                    | fail    |
      | the folder itself                | build                          | fail    |
      | by a star                        | a/b.log                        | fail    |
      | a star is no folder              | a/b/c.log                      | pass    |
      | by two stars                     | x/y/z.tmp                      | fail    |
      | two stars may be none            | z.tmp                          | fail    |
      | by a question mark               | a1                             | fail    |
      | a question mark is one character | a12                            | pass    |
      | by a class                       | c3.x                           | fail    |
      | outside the class                | cx.x                           | pass    |
      | taken back in                    | docs/README.md                 | pass    |
      | its neighbours                   | docs/other.md                  | fail    |
      | in a comment                     | d.txt                          | pass    |
      | everything                       | .                              | pass    |
      | what another stage has           | --from=x:1 build               | pass    |
      | an address                       | https://example.org/secret.txt | pass    |
      | known at the build               | $WHICH                         | unknown |

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY a secret.txt /srv/
      """
    And the .dockerignore:
      """
      secret.*
      """
    When the policy SPILE-DOCKER-086 is evaluated
    Then the finding for COPY is at line 2, column 8
    And the message for COPY is ".dockerignore leaves secret.txt out of the build context, by secret.*"
    And the severity for COPY is medium

  Scenario: ADD
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ADD secret.txt /srv/
      """
    And the .dockerignore:
      """
      secret.*
      """
    When the policy SPILE-DOCKER-086 is evaluated
    Then the verdict for ADD is fail

  Scenario: Nothing is left out
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY secret.txt /srv/
      """
    When the policy SPILE-DOCKER-086 is evaluated
    Then the verdict for COPY is pass

  Scenario: A file of its own beside the Dockerfile comes first
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY a /srv/
      """
    And the .dockerignore "Dockerfile.dockerignore":
      """
      b
      """
    And the .dockerignore:
      """
      a
      """
    When the policy SPILE-DOCKER-086 is evaluated
    Then the verdict for COPY is pass

  Scenario: In the folder of the Dockerfile
    Given the Dockerfile "web/Dockerfile":
      """dockerfile
      FROM debian:12
      COPY a /srv/
      """
    And the .dockerignore "web/.dockerignore":
      """
      a
      """
    When the policy SPILE-DOCKER-086 is evaluated
    Then the verdict for COPY is fail

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-086 is evaluated
    Then nothing was evaluated
