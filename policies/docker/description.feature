Feature: Comments right above stages and arguments describe them

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      # check=experimental=<line>
      ARG VERSION=1
      FROM scratch AS base
      """
    When the policy SPILE-DOCKER-085 is evaluated
    Then the verdict for ARG is <verdict>

    Examples:
      | case                           | line                                                            | verdict        |
      | the check is not switched on   | None\n      # about it                                          | not applicable |
      | another one is                 | CopyIgnoredFile\n      # about it                               | not applicable |
      | no comment                     | all                                                             | not applicable |
      | a comment on something else    | all\n      # about it                                           | fail           |
      | a description                  | all\n      # VERSION is what is built                           | pass           |
      | only its last line counts      | all\n      # VERSION\n      # is what is built                  | fail           |
      | by its name                    | InvalidDefinitionDescription\n      # about it                  | fail           |
      | among others                   | CopyIgnoredFile, InvalidDefinitionDescription\n      # about it | fail           |
      | beside another setting         | all;skip=UndefinedVar\n      # about it                         | fail           |
      | a blank line below the comment | all\n      # about it\n                                         | not applicable |
      | a longer word                  | all\n      # VERSIONS are many                                  | fail           |

  Scenario: A stage
    Given the Dockerfile:
      """dockerfile
      # check=experimental=all
      # a stage
      FROM scratch AS base
      # next does it
      FROM base AS next
      # whatever
      FROM next
      """
    When the policy SPILE-DOCKER-085 is evaluated
    Then the verdict for base is fail
    And the message for base is "the comment above begins with no name, so that tools show it as no description"
    And the severity for base is info
    And the finding for base is at line 3, column 17
    And the verdict for next is pass

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-085 is evaluated
    Then nothing was evaluated
