Feature: Stages are copied from by name

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12
      ARG WHERE
      <line>
      """
    When the policy SPILE-DOCKER-076 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case                      | line                     | verdict        |
      | a name                    | COPY --from=build /a /a  | pass           |
      | a number                  | COPY --from=0 /a /a      | fail           |
      | known at the build        | COPY --from=$WHERE /a /a | unknown        |
      | what is sent to the build | COPY /a /a               | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12
      ARG WHERE
      COPY --from=0 /a /a
      """
    When the policy SPILE-DOCKER-076 is evaluated
    Then the finding for COPY is at line 4, column 6
    And the message for COPY is "stage 0 is another one when a stage comes in front"
    And the severity for COPY is info
