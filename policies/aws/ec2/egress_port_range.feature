Feature: Security groups let traffic out by single ports
  A range of ports lets out more than the workload needs.

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

  Scenario: A single port
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Web is pass
    And the verdict for Alone is pass

  Scenario: A range
    Given `Web.Properties.SecurityGroupEgress[0].ToPort` is set to `450`
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is low
    And the finding for Web is at `Web.Properties.SecurityGroupEgress[0]`
    And the message for Web is "Web lets traffic out by a range of ports, from 443 to 450"
    And Web passes once `Web.Properties.SecurityGroupEgress[0].ToPort` is set to `443`

  Scenario: One rule among others is enough
    Given `Web.Properties.SecurityGroupEgress[1]` is set to `{IpProtocol: tcp, FromPort: 8000, ToPort: 8080, CidrIp: 10.1.2.3/32}`
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Web is fail
    And the finding for Web is at `Web.Properties.SecurityGroupEgress[1]`

  Scenario: Only one end is written
    Given `Web.Properties.SecurityGroupEgress[0].ToPort` is removed
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Web is fail

  Scenario: Numbers may be texts
    Given `Web.Properties.SecurityGroupEgress[0].ToPort` is set to `"443"`
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Web is pass

  Scenario: A rule without ports is no range
    Given `Web.Properties.SecurityGroupEgress[0]` is set to `{IpProtocol: "-1", CidrIp: 10.1.2.3/32}`
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Web is pass

  Scenario Outline: Kinds of ICMP are no ports
    Given `Web.Properties.SecurityGroupEgress[0]` is set to `{IpProtocol: <protocol>, FromPort: 8, ToPort: -1, CidrIp: 10.1.2.3/32}`
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Web is pass

    Examples:
      | protocol |
      | icmp     |
      | 1        |
      | icmpv6   |
      | 58       |

  Scenario: A rule that stands alone
    Given `Alone.Properties.FromPort` is set to `440`
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Alone is fail

  Scenario: Somebody decides when the stack is made
    Given `Web.Properties.SecurityGroupEgress[0].ToPort` is unknown
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for Web is unknown

  Scenario: A template without security groups
    Given `Web` is removed
    And `Alone` is removed
    When the policy SPILE-EC2-011 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        egress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        egress: [{protocol: "tcp", from_port: 1, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-011 is evaluated
    Then the verdict for aws_security_group.web is fail
