Feature: FROM names an image also when no argument is given

  Scenario Outline: <case>
    Given the Dockerfile:
      """dockerfile
      ARG TAG
      ARG SET=1.0
      ARG TARGETARCH
      FROM <line>
      RUN make
      """
    When the policy SPILE-DOCKER-084 is evaluated
    Then the verdict for 0 is <verdict>

    Examples:
      | case                                              | line                                            | verdict        |
      | no variable                                       | busybox:1                                       | pass           |
      | no tag without an argument                        | busybox:${TAG}                                  | fail           |
      | no image without an argument                      | $TAG                                            | fail           |
      | a default of the argument                         | busybox:$SET                                    | pass           |
      | a default where it is used                        | busybox:${TAG:-1.0}                             | pass           |
      | a name that is complete without it                | busybox:1$TAG                                   | pass           |
      | a registry with its port                          | registry.example.org:5000/a/b_c:1               | pass           |
      | a digest                                          | busybox@sha256:00000000000000000000000000000000 | pass           |
      | no digest                                         | busybox@${TAG}                                  | fail           |
      | what the platform is called                       | $TARGETARCH/busybox:1                           | pass           |
      | no ARG declares it, which another policy is about | busybox:$NOWHERE                                | not applicable |

  Scenario: What is given does not count
    Given the build argument "TAG" is "1.0"
    And the Dockerfile:
      """dockerfile
      ARG TAG
      FROM busybox:$TAG
      """
    When the policy SPILE-DOCKER-084 is evaluated
    Then the verdict for 0 is fail
    And the finding for 0 is at line 2, column 6
    And the message for 0 is "without arguments FROM names `busybox:`, which is no image"
    And the severity for 0 is medium

  Scenario: No Dockerfile
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """
    When the policy SPILE-DOCKER-084 is evaluated
    Then nothing was evaluated
