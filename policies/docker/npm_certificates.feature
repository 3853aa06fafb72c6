Feature: npm is not set to take any certificate

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-069 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                        | line                                                                                             | verdict        |
      | another setting             | npm config set fund false                                                                        | pass           |
      | on                          | npm config set strict-ssl true                                                                   | pass           |
      | off                         | npm config set strict-ssl false                                                                  | fail           |
      | in one word                 | npm set strict-ssl=false                                                                         | fail           |
      | known at the build          | npm config set strict-ssl $OPTION                                                                | unknown        |
      | a verb that the build knows | npm $OPTION strict-ssl=false                                                                     | unknown        |
      | another verb                | npm install strict-ssl false                                                                     | not applicable |
      | another verb in front       | npm config set fund false && npm run x strict-ssl=false                                          | pass           |
      | a word that the build knows | npm config set $OPTION false                                                                     | unknown        |
      | another tool                | yarn config set strict-ssl false                                                                 | not applicable |
      | both tools                  | npm config set fund false && yarn config set strict-ssl false                                    | pass           |
      | elsewhere                   | npm config set other strict-ssl false && npm config set x=strict-ssl=false false strict-ssl true | fail           |
      | a tool that the build knows | $OPTION config set strict-ssl false                                                              | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN npm config set strict-ssl false
      """
    When the policy SPILE-DOCKER-069 is evaluated
    Then the finding for RUN is at line 3, column 31
    And the message for RUN is "npm takes any certificate: npm config set strict-ssl false"
    And the severity for RUN is high
