Feature: wget does not fill the log with its progress

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-078 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                         | verdict        |
      | quiet                       | wget -qO- https://example.com                | pass           |
      | quiet in a word             | wget --quiet https://example.com             | pass           |
      | hardly                      | wget -nv https://example.com                 | pass           |
      | hardly, in a word           | wget --no-verbose https://example.com        | pass           |
      | in dots                     | wget --progress=dot:giga https://example.com | pass           |
      | into a file                 | wget -o log https://example.com              | pass           |
      | into a file, in a word      | wget --output-file=log https://example.com   | pass           |
      | drawn                       | wget https://example.com                     | fail           |
      | known at the build          | wget $OPTION                                 | unknown        |
      | another tool                | curl https://example.com                     | not applicable |
      | both tools                  | wget -q a && curl b                          | pass           |
      | a tool that the build knows | $OPTION a                                    | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && wget a
      """
    When the policy SPILE-DOCKER-078 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "wget draws its progress into the log: wget a"
    And the severity for RUN is info
