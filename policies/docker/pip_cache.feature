Feature: What pip fetches does not stay in the layer

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-054 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                             | line                                                   | verdict        |
      | the flag                         | pip install --no-cache-dir six                         | pass           |
      | an assignment                    | PIP_NO_CACHE_DIR=1 pip install six                     | pass           |
      | removed                          | pip install six && rm -rf /root/.cache/pip             | pass           |
      | mounted                          | --mount=type=cache,target=/root/.cache pip install six | pass           |
      | left                             | pip install six                                        | fail           |
      | left by pip2                     | pip2 install six                                       | fail           |
      | left by pip3                     | pip3 install six                                       | fail           |
      | another assignment               | PIP_PROXY=1 pip install six                            | fail           |
      | known at the build               | pip install $OPTION                                    | unknown        |
      | no installation                  | pip list                                               | not applicable |
      | another tool                     | gem install six                                        | not applicable |
      | both tools                       | pip install --no-cache-dir six && gem install rake     | pass           |
      | a tool that the build knows      | $OPTION install six                                    | unknown        |
      | what is removed, the build knows | pip install six && rm -rf $OPTION                      | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && pip install six
      """
    When the policy SPILE-DOCKER-054 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "what pip fetches stays in the layer: pip install six"
    And the severity for RUN is info

  Scenario Outline: A variable of the stage, <what>
    Given the Dockerfile:
      """dockerfile
      FROM python:3.13
      <what> PIP_NO_CACHE_DIR=1
      RUN pip install six
      """
    When the policy SPILE-DOCKER-054 is evaluated
    Then the verdict for RUN is pass

    Examples:
      | what |
      | ENV  |
      | ARG  |

  Scenario: Layers of a stage that is copied from are not shipped
    Given the Dockerfile:
      """dockerfile
      FROM python:3.13 AS build
      RUN pip install six
      FROM scratch
      COPY --from=build /bin/tool /bin/
      """
    When the policy SPILE-DOCKER-054 is evaluated
    Then the verdict for RUN is not applicable
