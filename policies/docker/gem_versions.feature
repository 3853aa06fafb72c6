Feature: Packages of gem have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-042 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                   | verdict        |
      | behind a colon              | gem install rake:13.2.1                | pass           |
      | by a flag                   | gem install rake -v 13.2.1             | pass           |
      | by a long one               | gem install rake --version=13.2.1      | pass           |
      | a file                      | gem install rake.gem                   | pass           |
      | none                        | gem install rake                       | fail           |
      | known at the build          | gem install $OPTION                    | unknown        |
      | no installation             | gem list rake                          | not applicable |
      | another tool                | npm install rake                       | not applicable |
      | both tools                  | gem install rake:1 && npm install rake | pass           |
      | a tool that the build knows | $OPTION install a:1 rake               | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN gem install a:1 rake
      """
    When the policy SPILE-DOCKER-042 is evaluated
    Then the finding for RUN is at line 3, column 21
    And the message for RUN is "rake is whichever version there is on the day of the build"
    And the severity for RUN is low
