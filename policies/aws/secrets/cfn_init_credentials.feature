Feature: Credentials of cfn-init are not written into metadata

  Background:
    Given the template:
      """yaml
      Parameters:
        Secret: {Type: String, NoEcho: true}
      Resources:
        Web:
          Type: AWS::EC2::Instance
          Metadata:
            AWS::CloudFormation::Authentication:
              files:
                type: S3
                buckets: [configuration]
                roleName: web
      """

  Scenario Outline: <case>
    Given `Web.Metadata."AWS::CloudFormation::Authentication".files` is set to `<value>`
    When the policy SPILE-SEC-041 is evaluated
    Then the verdict for Web is <verdict>

    Examples:
      | case                        | value                                               | verdict |
      | a role                      | {type: S3, roleName: web}                           | pass    |
      | a password                  | {type: basic, username: web, password: s3cr3t}      | fail    |
      | a password from a parameter | {type: basic, username: web, password: !Ref Secret} | fail    |
      | the id of an access key     | {type: S3, accessKeyId: AKIDEXAMPLE}                | fail    |
      | the secret of an access key | {type: S3, secretKey: s3cr3t}                       | fail    |
      | a user name                 | {type: basic, username: web}                        | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Web.Metadata."AWS::CloudFormation::Authentication".files.password` is set to `s3cr3t`
    When the policy SPILE-SEC-041 is evaluated
    Then the finding for Web is at `Web.Metadata."AWS::CloudFormation::Authentication".files.password`
    And the message for Web is "the login files of Web states password: metadata can be read by whoever may describe the stack, NoEcho or not"
    And the severity for Web is high
    And Web passes once `Web.Metadata."AWS::CloudFormation::Authentication".files.password` is removed

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-SEC-041 is evaluated
    Then the verdict for Web is unknown

    Examples:
      | place                                                    |
      | Web.Metadata                                             |
      | Web.Metadata."AWS::CloudFormation::Authentication"       |
      | Web.Metadata."AWS::CloudFormation::Authentication".files |

  Scenario: Without logins there is nothing to say
    Given `Web.Metadata` is removed
    When the policy SPILE-SEC-041 is evaluated
    Then the verdict for Web is not applicable
