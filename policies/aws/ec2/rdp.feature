Feature: Remote Desktop is closed to the world
  Remote Desktop that is open to everybody is how most extortion begins. It listens by TCP and by UDP.

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
              - {IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: 10.0.0.0/8, Description: inside}
        Alone:
          Type: AWS::EC2::SecurityGroupIngress
          Properties: {GroupId: !Ref Elsewhere, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.1.2.3/32, Description: web}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: Open to the inside
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for Web is pass

  Scenario Outline: Open to the world
    Given `Web.Properties.SecurityGroupIngress[0]` is set to <rule>
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is critical
    And the message for Web is "Web opens Remote Desktop (port 3389) to <range>"

    Examples:
      | rule                                                                   | range     |
      | `{IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: 0.0.0.0/0}`   | 0.0.0.0/0 |
      | `{IpProtocol: udp, FromPort: 3389, ToPort: 3389, CidrIp: 0.0.0.0/0}`   | 0.0.0.0/0 |
      | `{IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIpv6: "::/0"}`    | ::/0      |
      | `{IpProtocol: tcp, FromPort: 3384, ToPort: 3394, CidrIp: 0.0.0.0/0}`   | 0.0.0.0/0 |
      | `{IpProtocol: "-1", CidrIp: 0.0.0.0/0}`                                | 0.0.0.0/0 |
      | `{IpProtocol: 6, FromPort: "3389", ToPort: "3389", CidrIp: 0.0.0.0/0}` | 0.0.0.0/0 |

  Scenario Outline: Other ports and protocols may be open
    Given `Web.Properties.SecurityGroupIngress[0]` is set to <rule>
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for Web is pass

    Examples:
      | rule                                                                 |
      | `{IpProtocol: tcp, FromPort: 3390, ToPort: 3390, CidrIp: 0.0.0.0/0}` |
      | `{IpProtocol: tcp, FromPort: 1, ToPort: 3388, CidrIp: 0.0.0.0/0}`    |
      | `{IpProtocol: 132, FromPort: 3389, ToPort: 3389, CidrIp: 0.0.0.0/0}` |
      | `{IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 0.0.0.0/0}`     |

  Scenario: The place is the range
    Given `Web.Properties.SecurityGroupIngress[0].CidrIp` is set to `0.0.0.0/0`
    When the policy SPILE-EC2-015 is evaluated
    Then the finding for Web is at `Web.Properties.SecurityGroupIngress[0].CidrIp`
    And Web passes once `Web.Properties.SecurityGroupIngress[0].CidrIp` is set to `10.0.0.0/8`

  Scenario: A rule that stands alone is found where it is written
    Given `Alone.Properties.GroupId` is set to `!GetAtt Web.GroupId`
    And `Alone.Properties.FromPort` is set to `3389`
    And `Alone.Properties.ToPort` is set to `3389`
    And `Alone.Properties.CidrIp` is set to `0.0.0.0/0`
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for Alone is fail
    And the verdict for Web is pass

  Scenario: One rule among others is enough
    Given `Web.Properties.SecurityGroupIngress[1]` is set to `{IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: 0.0.0.0/0}`
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for Web is fail
    And the finding for Web is at `Web.Properties.SecurityGroupIngress[1].CidrIp`

  Scenario: The range is given when the stack is made
    Given `Web.Properties.SecurityGroupIngress[0].CidrIp` is set to `!Ref Elsewhere`
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for Web is unknown

  Scenario: The port is given when the stack is made
    Given `Web.Properties.SecurityGroupIngress[0].CidrIp` is set to `0.0.0.0/0`
    And `Web.Properties.SecurityGroupIngress[0].FromPort` is unknown
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for Web is unknown

  Scenario: The protocol is given when the stack is made
    Given `Web.Properties.SecurityGroupIngress[0].CidrIp` is set to `0.0.0.0/0`
    And `Web.Properties.SecurityGroupIngress[0].IpProtocol` is unknown
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for Web is unknown

  Scenario: A template without security groups
    Given `Web` is removed
    And `Alone` is removed
    When the policy SPILE-EC2-015 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 3389, to_port: 3389, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 3389, to_port: 3389, cidr_blocks: ["0.0.0.0/0"]}]
      """
    When the policy SPILE-EC2-015 is evaluated
    Then the verdict for aws_security_group.web is fail
