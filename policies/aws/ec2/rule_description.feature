Feature: Rules of security groups say what they are for
  A rule without a description is never taken away, for nobody knows who needs it.

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
        Out:
          Type: AWS::EC2::SecurityGroupEgress
          Properties: {GroupId: !GetAtt Web.GroupId, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8, Description: updates}
      """

  Scenario: Each rule has one
    When the policy SPILE-EC2-013 is evaluated
    Then the verdict for Web is pass
    And the verdict for Alone is pass
    And the verdict for Out is pass

  Scenario Outline: A rule has none, or an empty one
    Given `Web.Properties.SecurityGroupIngress[0].Description` is <edit>
    When the policy SPILE-EC2-013 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is info
    And the message for Web is "a rule of Web does not say what it is for"
    And Web passes once `Web.Properties.SecurityGroupIngress[0].Description` is set to `web`

    Examples:
      | edit        |
      | removed     |
      | set to `""` |

  Scenario: The place is the rule
    Given `Web.Properties.SecurityGroupIngress[0].Description` is removed
    When the policy SPILE-EC2-013 is evaluated
    Then the finding for Web is at `Web.Properties.SecurityGroupIngress[0]`

  Scenario: Rules for what goes out are asked, too
    Given `Web.Properties.SecurityGroupEgress` is set to `[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}]`
    When the policy SPILE-EC2-013 is evaluated
    Then the verdict for Web is fail

  Scenario Outline: A rule that stands alone answers for itself
    Given `<rule>.Properties.Description` is removed
    When the policy SPILE-EC2-013 is evaluated
    Then the verdict for <rule> is fail
    And the verdict for Web is pass

    Examples:
      | rule  |
      | Alone |
      | Out   |

  Scenario: Without rules there is nothing to describe
    Given `Web.Properties.SecurityGroupIngress` is removed
    When the policy SPILE-EC2-013 is evaluated
    Then the verdict for Web is pass

  Scenario: Somebody describes it when the stack is made
    Given `Web.Properties.SecurityGroupIngress[0].Description` is unknown
    When the policy SPILE-EC2-013 is evaluated
    Then the verdict for Web is unknown

  Scenario: A template without security groups
    Given `Web` is removed
    And `Alone` is removed
    And `Out` is removed
    When the policy SPILE-EC2-013 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"], description: the office}]
      """
    When the policy SPILE-EC2-013 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-013 is evaluated
    Then the verdict for aws_security_group.web is fail
