Feature: Labels say something

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG WHAT
      LABEL <line>
      """
    When the policy SPILE-DOCKER-096 is evaluated
    Then the verdict for LABEL is <verdict>

    Examples:
      | case                | line     | verdict |
      | something           | a=b      | pass    |
      | nothing             | a=       | fail    |
      | nothing in quotes   | a=""     | fail    |
      | blanks              | a="  "   | fail    |
      | an apostrophe's     | a='""'   | fail    |
      | blanks around those | a=' "" ' | fail    |
      | known at the build  | a=$WHAT  | unknown |

  Scenario: Where it is
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      LABEL a=b c=""
      """
    When the policy SPILE-DOCKER-096 is evaluated
    Then the finding for LABEL is at line 2, column 11
    And the message for LABEL is "the label c says nothing"
    And the severity for LABEL is low

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-096 is evaluated
    Then nothing was evaluated
