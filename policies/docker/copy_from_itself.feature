Feature: COPY takes from another stage

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      ARG WHERE
      <line>
      FROM debian:12 AS later
      """
    When the policy SPILE-DOCKER-011 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case                      | line                     | verdict        |
      | another                   | COPY --from=build /a /a  | pass           |
      | itself                    | COPY --from=final /a /a  | fail           |
      | itself in other casing    | COPY --from=Final /a /a  | fail           |
      | its own number            | COPY --from=1 /a /a      | fail           |
      | known at the build        | COPY --from=$WHERE /a /a | unknown        |
      | what is sent to the build | COPY /a /a               | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      ARG WHERE
      COPY --from=final /a /a
      FROM debian:12 AS later
      """
    When the policy SPILE-DOCKER-011 is evaluated
    Then the finding for COPY is at line 4, column 6
    And the message for COPY is "the stage is not built when it is copied from"
    And the severity for COPY is high
