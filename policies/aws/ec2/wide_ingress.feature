Feature: Security groups admit single addresses, not ranges
  Each address in a range is one more machine that may connect, and nobody knows all of them.

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

  Scenario: Single addresses
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for Web is pass
    And the verdict for Alone is pass

  Scenario Outline: Ranges
    Given `Web.Properties.SecurityGroupIngress[0].CidrIp` is removed
    And `Web.Properties.SecurityGroupIngress[0].<key>` is set to `"<range>"`
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is low
    And the finding for Web is at `Web.Properties.SecurityGroupIngress[0].<key>`
    And the message for Web is "Web admits the range <range>, where single addresses can be named"

    Examples:
      | key      | range          |
      | CidrIp   | 10.1.2.0/31    |
      | CidrIp   | 0.0.0.0/0      |
      | CidrIpv6 | 2001:db8::/127 |
      | CidrIpv6 | 2001:db8::/32  |

  Scenario: A single address of IPv6
    Given `Web.Properties.SecurityGroupIngress[0].CidrIp` is removed
    And `Web.Properties.SecurityGroupIngress[0].CidrIpv6` is set to `"2001:db8::1/128"`
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for Web is pass

  Scenario: A security group is no range
    Given `Web.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: sg-1}`
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for Web is pass

  Scenario: A rule that stands alone
    Given `Alone.Properties.CidrIp` is set to `10.0.0.0/8`
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for Alone is fail

  Scenario: The range is given when the stack is made
    Given `Web.Properties.SecurityGroupIngress[0].CidrIp` is set to `!Ref Elsewhere`
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for Web is unknown

  Scenario: A template without security groups
    Given `Web` is removed
    And `Alone` is removed
    When the policy SPILE-EC2-009 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.1/32"]}]
      """
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for aws_security_group.web is fail

  Scenario: A plan of Terraform with one resource for one rule
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
      aws_vpc_security_group_ingress_rule.r:
        security_group_id: !ref aws_security_group.web.id
        ip_protocol: "tcp"
        from_port: 443
        to_port: 443
        cidr_ipv4: "10.0.0.0/8"
      """
    When the policy SPILE-EC2-009 is evaluated
    Then the verdict for aws_security_group.web is fail
