Feature: A stage fetches by wget or by curl, not by both

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-055 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                                     | verdict        |
      | one                         | wget -q https://example.com                              | pass           |
      | both                        | wget -q https://example.com; curl https://example.com    | fail           |
      | installed, not called       | wget -q https://example.com; apk add curl                | pass           |
      | known at the build          | wget -q https://example.com; $OPTION https://example.com | unknown        |
      | the other one               | curl https://example.com                                 | not applicable |
      | a tool that the build knows | $OPTION a; curl b                                        | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN curl a; wget b
      """
    When the policy SPILE-DOCKER-055 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "the stage calls curl as well: curl a"
    And the severity for RUN is info

  Scenario: Stages are apart
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS a
      RUN wget a
      FROM debian:12 AS b
      RUN curl a
      RUN echo && wget b
      """
    When the policy SPILE-DOCKER-055 is evaluated
    Then the findings are exactly:
      | line |
      | 5    |
