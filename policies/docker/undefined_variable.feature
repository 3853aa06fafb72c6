Feature: Variables are declared before they are used

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      ARG GLOBAL=x
      FROM <line>
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case                                      | line                                     | verdict |
      | no variable                               | scratch\n      COPY a /a                 | pass    |
      | declared nowhere                          | scratch\n      COPY $A /a                | fail    |
      | declared as an argument                   | scratch\n      ARG A\n      COPY $A /a   | pass    |
      | set in the environment                    | scratch\n      ENV A=b\n      COPY $A /a | pass    |
      | with a default                            | scratch\n      COPY ${A:-b} /a           | pass    |
      | with a default for unset                  | scratch\n      COPY ${A-b} /a            | pass    |
      | with another value when set               | scratch\n      COPY ${A:+b} c /a/        | pass    |
      | declared in front of the first stage only | scratch\n      COPY $GLOBAL /a           | fail    |
      | of a proxy                                | scratch\n      COPY $HTTP_PROXY /a       | pass    |
      | over an image that sets PATH alone        | debian:12\n      COPY $A /a              | fail    |
      | PATH over such an image                   | debian:12\n      COPY $PATH /a           | pass    |
      | over another image                        | example/app:1\n      COPY $A /a          | unknown |

  Scenario: In ADD
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      ADD $A /a
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for ADD is fail
    And the message for ADD is "no ARG or ENV in front sets A, so that nothing stands there"

  Scenario: In ENV
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      ENV B=$A
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for ENV is fail
    And the message for ENV is "no ARG or ENV in front sets A, so that nothing stands there"

  Scenario: In EXPOSE
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      EXPOSE $A
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for EXPOSE is fail
    And the message for EXPOSE is "no ARG or ENV in front sets A, so that nothing stands there"

  Scenario: In LABEL
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      LABEL b=$A
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for LABEL is fail
    And the message for LABEL is "no ARG or ENV in front sets A, so that nothing stands there"

  Scenario: In STOPSIGNAL
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      STOPSIGNAL $A
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for STOPSIGNAL is fail
    And the message for STOPSIGNAL is "no ARG or ENV in front sets A, so that nothing stands there"

  Scenario: In USER
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      USER $A
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for USER is fail
    And the message for USER is "no ARG or ENV in front sets A, so that nothing stands there"

  Scenario: In VOLUME
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      VOLUME $A
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for VOLUME is fail
    And the message for VOLUME is "no ARG or ENV in front sets A, so that nothing stands there"

  Scenario: In WORKDIR
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      WORKDIR /$A
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for WORKDIR is fail
    And the message for WORKDIR is "no ARG or ENV in front sets A, so that nothing stands there"

  Scenario: What the shell expands is the shell's own
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      RUN echo $A
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the verdict for RUN is pass

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM scratch
      LABEL a=b c=$D
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then the finding for LABEL is at line 2, column 13
    And the severity for LABEL is medium

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-082 is evaluated
    Then nothing was evaluated
