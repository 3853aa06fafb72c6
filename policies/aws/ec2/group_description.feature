Feature: Security groups say what they are for
  A group that says what it is for can be taken away when that is gone. The text that Terraform writes says
  nothing.

  Background:
    Given the template:
      """yaml
      Parameters:
        Elsewhere: {Type: AWS::EC2::SecurityGroup::Id}
      Resources:
        Web:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: web servers
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.1.2.3/32, Description: web}
        Alone:
          Type: AWS::EC2::SecurityGroupIngress
          Properties: {GroupId: !Ref Elsewhere, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.1.2.3/32, Description: web}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: It says so
    When the policy SPILE-EC2-036 is evaluated
    Then the verdict for Web is pass

  Scenario Outline: It says nothing
    Given `Web.Properties.GroupDescription` is set to <text>
    When the policy SPILE-EC2-036 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is low
    And the finding for Web is at `Web.Properties.GroupDescription`
    And the message for Web is "Web does not say what it is for"
    And Web passes once `Web.Properties.GroupDescription` is set to `web servers`

    Examples:
      | text                   |
      | `""`                   |
      | `Managed by Terraform` |

  Scenario: It is not described
    Given `Web.Properties.GroupDescription` is removed
    When the policy SPILE-EC2-036 is evaluated
    Then the verdict for Web is fail

  Scenario: Somebody describes it when the stack is made
    Given `Web.Properties.GroupDescription` is unknown
    When the policy SPILE-EC2-036 is evaluated
    Then the verdict for Web is unknown

  Scenario: A template without security groups
    Given `Web` is removed
    When the policy SPILE-EC2-036 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        description: who connects to the shop
      """
    When the policy SPILE-EC2-036 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        description: "Managed by Terraform"
      """
    When the policy SPILE-EC2-036 is evaluated
    Then the verdict for aws_security_group.web is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        description: !unknown
      """
    When the policy SPILE-EC2-036 is evaluated
    Then the verdict for aws_security_group.web is unknown
