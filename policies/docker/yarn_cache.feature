Feature: yarn leaves no cache in the layer

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM node:20
      ARG WHAT
      <line>
      """
    When the policy SPILE-DOCKER-104 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                    | line                                                               | verdict        |
      | installs                | RUN yarn install                                                   | fail           |
      | adds                    | RUN yarn add x                                                     | fail           |
      | without a word          | RUN yarn                                                           | fail           |
      | cleans up               | RUN yarn install && yarn cache clean                               | pass           |
      | only looks at the cache | RUN yarn install && yarn cache list                                | fail           |
      | cleans something else   | RUN yarn install && yarn clean                                     | fail           |
      | mounts one              | RUN --mount=type=cache,target=/usr/local/share/.cache yarn install | pass           |
      | removes it              | RUN yarn install && rm -rf /usr/local/share/.cache                 | pass           |
      | builds                  | RUN yarn build                                                     | not applicable |
      | another tool            | RUN npm install                                                    | not applicable |
      | known at the build      | RUN $WHAT install                                                  | unknown        |

  Scenario: What is not shipped
    Given the Dockerfile:
      """dockerfile
      FROM node:20 AS build
      RUN yarn
      FROM node:20
      COPY --from=build /a /a
      """
    When the policy SPILE-DOCKER-104 is evaluated
    Then the verdict for RUN is not applicable

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM node:20
      RUN make && yarn add x
      """
    When the policy SPILE-DOCKER-104 is evaluated
    Then the finding for RUN is at line 2, column 13
    And the message for RUN is "yarn keeps in the layer what it fetched"
    And the severity for RUN is info

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-104 is evaluated
    Then nothing was evaluated
