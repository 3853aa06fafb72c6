Feature: Programs of go install have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-080 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                           | line                                      | verdict        |
      | a version                      | go install example.com/tool@v1.2.3        | pass           |
      | a folder                       | go install ./cmd/tool                     | pass           |
      | a package of Go                | go install fmt                            | pass           |
      | a file                         | go run main.go                            | pass           |
      | none                           | go install example.com/tool               | fail           |
      | whichever is latest            | go install example.com/tool@latest        | fail           |
      | fetched                        | go get example.com/tool                   | fail           |
      | run                            | go run example.com/tool                   | fail           |
      | a version that the build knows | go install example.com/tool@v$OPTION      | unknown        |
      | known at the build             | go install $OPTION                        | unknown        |
      | no installation                | go build example.com/tool                 | not applicable |
      | another tool                   | gem install example.com                   | not applicable |
      | both tools                     | go install fmt && gem install example.com | pass           |
      | a tool that the build knows    | $OPTION install example.com/tool          | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN go install example.com/tool
      """
    When the policy SPILE-DOCKER-080 is evaluated
    Then the finding for RUN is at line 3, column 16
    And the message for RUN is "example.com/tool is whichever version there is on the day of the build"
    And the severity for RUN is low
