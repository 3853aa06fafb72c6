Feature: Archives are unpacked by ADD

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHAT
      <line>
      """
    When the policy SPILE-DOCKER-090 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case                           | line                                                                 | verdict        |
      | no archive                     | COPY a.txt /tmp/\n      RUN tar -xf /tmp/a.txt                       | pass           |
      | an archive that stays one      | COPY a.tar /srv/                                                     | pass           |
      | unpacked                       | COPY a.tar.gz /tmp/\n      RUN tar -xzf /tmp/a.tar.gz -C /srv        | fail           |
      | without the dash               | COPY a.tgz /tmp/\n      RUN tar xf /tmp/a.tgz                        | fail           |
      | by the long flag               | COPY a.tgz /tmp/\n      RUN tar --extract --file /tmp/a.tgz          | fail           |
      | only listed                    | COPY a.tgz /tmp/\n      RUN tar -tf /tmp/a.tgz                       | pass           |
      | another one                    | COPY a.tgz /tmp/\n      RUN tar -xf /tmp/b.tgz                       | pass           |
      | by gunzip                      | COPY a.gz /tmp/\n      RUN gunzip /tmp/a.gz                          | fail           |
      | by gzip                        | COPY a.gz /tmp/\n      RUN gzip --decompress /tmp/a.gz               | fail           |
      | by its letter                  | COPY a.gz /tmp/\n      RUN make && gzip -d /tmp/a.gz                 | fail           |
      | by bunzip2                     | COPY a.bz2 /tmp/\n      RUN bunzip2 /tmp/a.bz2                       | fail           |
      | packed by gzip                 | COPY a.gz /tmp/\n      RUN gzip /tmp/a.gz                            | pass           |
      | by another tool                | COPY a.gz /tmp/\n      RUN load /tmp/a.gz                            | pass           |
      | from another stage             | COPY --from=b:1 /a.tgz /tmp/\n      RUN tar -xf /tmp/a.tgz           | not applicable |
      | before it is there             | RUN tar -xf /tmp/a.tgz\n      COPY a.tgz /tmp/                       | pass           |
      | by a tool that the build knows | COPY a.tgz /tmp/\n      RUN $WHAT -x /tmp/a.tgz                      | unknown        |
      | in another stage               | COPY a.tgz /tmp/\n      FROM debian:12\n      RUN tar -xf /tmp/a.tgz | pass           |

  Scenario: ADD does it
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ADD a.tgz /tmp/
      RUN tar -xf /tmp/a.tgz
      """
    When the policy SPILE-DOCKER-090 is evaluated
    Then the verdict for ADD is not applicable

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      COPY b a.tgz /tmp/
      RUN tar -xf /tmp/a.tgz
      """
    When the policy SPILE-DOCKER-090 is evaluated
    Then the finding for COPY is at line 2, column 8
    And the message for COPY is "a.tgz is copied and then unpacked, and stays in the layer"
    And the severity for COPY is info

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-090 is evaluated
    Then nothing was evaluated
