Feature: Packages of pip have versions

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-040 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                           | line                                        | verdict        |
      | a version                      | pip install six==1.16.0                     | pass           |
      | at least one                   | pip3 install 'six>=1.16'                    | pass           |
      | at most one                    | pip2 install 'six<2'                        | pass           |
      | a list of packages             | pip install -r requirements.txt             | pass           |
      | limits                         | pip install -c limits.txt six               | pass           |
      | long limits                    | pip install --constraint=limits.txt six     | pass           |
      | this folder                    | pip install .                               | pass           |
      | a folder                       | pip install ./six                           | pass           |
      | a wheel                        | pip install six.whl                         | pass           |
      | an address                     | pip install six@https://example.com/six.zip | pass           |
      | none                           | pip install six                             | fail           |
      | pip2                           | pip2 install six                            | fail           |
      | of Python                      | python3 -m pip install --upgrade pip        | fail           |
      | a version that the build knows | pip install six==$OPTION                    | pass           |
      | known at the build             | pip install $OPTION                         | unknown        |
      | no installation                | pip download six                            | not applicable |
      | less than one                  | pip3 install 'six<2'                        | pass           |
      | more than one                  | pip3 install 'six>2'                        | pass           |
      | another tool                   | gem install six                             | not applicable |
      | both tools                     | pip install six==1 && gem install six       | pass           |
      | a tool that the build knows    | $OPTION install six==1.16.0 attrs           | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN pip install six==1.16.0 attrs
      """
    When the policy SPILE-DOCKER-040 is evaluated
    Then the finding for RUN is at line 3, column 29
    And the message for RUN is "attrs is whichever version there is on the day of the build"
    And the severity for RUN is low
