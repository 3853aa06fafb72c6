Feature: Packages of npm have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-041 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                           | line                                      | verdict        |
      | a version                      | npm install -g serve@14.2.0               | pass           |
      | of a scope                     | npm install @vue/cli@5.0.8                | pass           |
      | of a scope, none               | npm install @vue/cli                      | fail           |
      | a folder                       | npm i ./serve                             | pass           |
      | a scope that the build knows   | npm i @vue/cli@$OPTION                    | unknown        |
      | an archive                     | npm install serve.tgz                     | pass           |
      | an address                     | npm install git+https://example.com/serve | pass           |
      | what the package needs         | npm install --omit dev                    | pass           |
      | none                           | npm i -g serve                            | fail           |
      | by the other verb              | npm add serve                             | fail           |
      | a version that the build knows | npm install serve@$OPTION                 | pass           |
      | known at the build             | npm install $OPTION                       | unknown        |
      | no installation                | npm run build                             | not applicable |
      | another tool                   | gem install serve                         | not applicable |
      | both tools                     | npm install serve@1 && gem install serve  | pass           |
      | a tool that the build knows    | $OPTION install -g a@1 serve              | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN npm install -g a@1 serve
      """
    When the policy SPILE-DOCKER-041 is evaluated
    Then the finding for RUN is at line 3, column 24
    And the message for RUN is "serve is whichever version there is on the day of the build"
    And the severity for RUN is low
