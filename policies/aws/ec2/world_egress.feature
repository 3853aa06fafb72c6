Feature: Security groups let traffic out to named addresses only
  Who has got into a machine sends away what is found there. A group that lets traffic out to named addresses only
  is in the way.

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
            SecurityGroupEgress:
              - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.1.2.3/32, Description: web}
        Alone:
          Type: AWS::EC2::SecurityGroupEgress
          Properties: {GroupId: !Ref Elsewhere, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.1.2.3/32, Description: web}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Named addresses
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for Web is pass
    And the verdict for Alone is pass

  Scenario Outline: The whole internet, or half of it
    Given `Web.Properties.SecurityGroupEgress[0].CidrIp` is removed
    And `Web.Properties.SecurityGroupEgress[0].<key>` is set to `"<range>"`
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is low
    And the finding for Web is at `Web.Properties.SecurityGroupEgress[0].<key>`
    And the message for Web is "Web lets traffic out to the whole internet by <range>"

    Examples:
      | key      | range       |
      | CidrIp   | 0.0.0.0/0   |
      | CidrIp   | 128.0.0.0/1 |
      | CidrIpv6 | ::/0        |
      | CidrIpv6 | 2000::/3    |

  Scenario Outline: Large, and yet not the internet
    Given `Web.Properties.SecurityGroupEgress[0].CidrIp` is removed
    And `Web.Properties.SecurityGroupEgress[0].<key>` is set to `"<range>"`
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for Web is pass

    Examples:
      | key      | range         |
      | CidrIp   | 8.0.0.0/6     |
      | CidrIp   | 64.0.0.0/2    |
      | CidrIpv6 | 2001:db8::/32 |

  Scenario: A rule that stands alone
    Given `Alone.Properties.CidrIp` is set to `0.0.0.0/0`
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for Alone is fail
    And the finding for Alone is at `Alone.Properties.CidrIp`
    And Alone passes once `Alone.Properties.CidrIp` is set to `192.0.2.7/32`

  Scenario: A single rule need not be a list
    Given `Web.Properties.SecurityGroupEgress` is set to `{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}`
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for Web is fail

  Scenario: A rule that stands alone counts for the group that it names
    Given `Alone.Properties.GroupId` is set to `!GetAtt Web.GroupId`
    And `Alone.Properties.CidrIp` is set to `0.0.0.0/0`
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for Web is fail
    And the finding for Web is at `Alone.Properties.CidrIp`

  Scenario: The range is given when the stack is made
    Given `Web.Properties.SecurityGroupEgress[0].CidrIp` is set to `!Ref Elsewhere`
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for Web is unknown
    And Web is unknown because "Elsewhere"

  Scenario: A template without security groups
    Given `Web` is removed
    And `Alone` is removed
    When the policy SPILE-EC2-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        egress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        egress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["0.0.0.0/0"]}]
      """
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for aws_security_group.web is fail

  Scenario: A plan of Terraform with one resource for one rule
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
      aws_vpc_security_group_egress_rule.r:
        security_group_id: !ref aws_security_group.web.id
        ip_protocol: "tcp"
        from_port: 443
        to_port: 443
        cidr_ipv4: "0.0.0.0/0"
      """
    When the policy SPILE-EC2-003 is evaluated
    Then the verdict for aws_security_group.web is fail
