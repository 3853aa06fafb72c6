Feature: The release of the distribution is that of the base image

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN <line>
      """
    When the policy SPILE-DOCKER-038 is evaluated
    Then the verdict for RUN is <verdict>

    Examples:
      | case                          | line                    | verdict        |
      | an installation               | apt-get install -y jq   | pass           |
      | an upgrade                    | apt-get upgrade -y      | pass           |
      | another release               | apt-get dist-upgrade -y | fail           |
      | of apt                        | apt full-upgrade        | fail           |
      | of zypper                     | zypper -n dup           | fail           |
      | long                          | zypper dist-upgrade     | fail           |
      | zypper installs               | zypper install jq       | pass           |
      | apt-get has no dup            | apt-get dup             | pass           |
      | known at the build            | apt-get $OPTION         | unknown        |
      | known at the build for zypper | zypper $OPTION          | unknown        |
      | another tool                  | apk upgrade             | not applicable |
      | a tool that the build knows   | $OPTION dist-upgrade -y | unknown        |

  Scenario: Where it is, and what to do
    Given the Dockerfile:
      """dockerfile
      FROM debian:12
      ARG OPTION
      RUN true && apt-get dist-upgrade -y
      """
    When the policy SPILE-DOCKER-038 is evaluated
    Then the finding for RUN is at line 3, column 13
    And the message for RUN is "apt-get dist-upgrade -y moves the image to whatever release the archive has"
    And the severity for RUN is medium
