Feature: SHELL chooses the shell

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-077 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                          | verdict        |
      | another link                | ln -s /app/tool /bin/tool     | pass           |
      | the shell                   | ln -sf /bin/bash /bin/sh      | fail           |
      | known at the build          | ln -sf /bin/bash $OPTION      | unknown        |
      | no link                     | ls /bin/sh                    | not applicable |
      | both tools                  | ln -s a b && ls /bin/sh       | pass           |
      | a tool that the build knows | $OPTION -sf /bin/bash /bin/sh | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN ln -sf /bin/bash /bin/sh
      """
    When the policy SPILE-DOCKER-077 is evaluated
    Then the finding for RUN is at line 3, column 22
    And the message for RUN is "ln -sf /bin/bash /bin/sh changes the shell of everything in the image"
    And the severity for RUN is low
