Feature: COPY takes from a stage in front of it, or from an image with its tag

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      ARG WHERE
      <line>
      FROM debian:12 AS later
      """
    When the policy SPILE-DOCKER-010 is evaluated
    Then the verdict for COPY is <verdict>

    Examples:
      | case                                  | line                               | verdict        |
      | a stage                               | COPY --from=build /a /a            | pass           |
      | its number                            | COPY --from=0 /a /a                | pass           |
      | an image                              | COPY --from=nginx:1.27 /a /a       | pass           |
      | of another registry                   | COPY --from=example.com/tool /a /a | pass           |
      | by its digest                         | COPY --from=nginx@sha256 /a /a     | pass           |
      | a stage below                         | COPY --from=later /a /a            | fail           |
      | nothing                               | COPY --from=nowhere /a /a          | fail           |
      | itself, which another policy is about | COPY --from=final /a /a            | not applicable |
      | known at the build                    | COPY --from=$WHERE /a /a           | unknown        |
      | what is sent to the build             | COPY /a /a                         | not applicable |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12 AS build
      FROM debian:12 AS final
      ARG WHERE
      COPY --from=nowhere /a /a
      FROM debian:12 AS later
      """
    When the policy SPILE-DOCKER-010 is evaluated
    Then the finding for COPY is at line 4, column 6
    And the message for COPY is "nowhere is no stage in front, and whichever image is latest where it is an image"
    And the severity for COPY is medium
