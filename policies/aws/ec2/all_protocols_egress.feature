Feature: Security groups name the protocols that may leave
  A rule for every protocol also lets out what nobody thought of: name lookups that carry data, tunnels, worms.

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

  Scenario: A protocol is named
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for Web is pass
    And the verdict for Alone is pass

  Scenario Outline: Every protocol, to addresses
    Given `Web.Properties.SecurityGroupEgress[0].IpProtocol` is set to <protocol>
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is low
    And the finding for Web is at `Web.Properties.SecurityGroupEgress[0].IpProtocol`
    And the message for Web is "Web lets every protocol out to 10.1.2.3/32"
    And Web passes once `Web.Properties.SecurityGroupEgress[0].IpProtocol` is set to `tcp`

    Examples:
      | protocol |
      | `"-1"`   |
      | `-1`     |

  Scenario Outline: Every protocol, to a group or a prefix list
    Given `Web.Properties.SecurityGroupEgress[0]` is set to `{IpProtocol: "-1", <target>}`
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for Web is fail
    And the message for Web is "Web lets every protocol out to another security group or a prefix list"

    Examples:
      | target                           |
      | DestinationSecurityGroupId: sg-1 |
      | DestinationPrefixListId: pl-1    |

  Scenario Outline: A protocol, to a group or a prefix list
    Given `Web.Properties.SecurityGroupEgress[0]` is set to `{IpProtocol: tcp, FromPort: 443, ToPort: 443, <target>}`
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for Web is pass

    Examples:
      | target                           |
      | DestinationSecurityGroupId: sg-1 |
      | DestinationPrefixListId: pl-1    |

  Scenario Outline: The machine itself is nobody
    Given `Web.Properties.SecurityGroupEgress[0]` is set to <rule>
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for Web is pass

    Examples:
      | rule                                       |
      | `{IpProtocol: "-1", CidrIp: 127.0.0.1/32}` |
      | `{IpProtocol: "-1", CidrIpv6: "::1/128"}`  |

  Scenario: A rule that stands alone
    Given `Alone.Properties.IpProtocol` is set to `"-1"`
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for Alone is fail

  Scenario Outline: Somebody decides when the stack is made
    Given `Web.Properties.SecurityGroupEgress[0]` is set to <rule>
    And `Web.Properties.SecurityGroupEgress[0].IpProtocol` is unknown
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for Web is unknown

    Examples:
      | rule                                               |
      | `{IpProtocol: tcp, CidrIp: 10.0.0.0/8}`            |
      | `{IpProtocol: tcp, DestinationPrefixListId: pl-1}` |

  Scenario: The range may be the machine itself
    Given `Web.Properties.SecurityGroupEgress[0]` is set to `{IpProtocol: "-1", CidrIp: !Ref Elsewhere}`
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for Web is unknown

  Scenario: A template without security groups
    Given `Web` is removed
    And `Alone` is removed
    When the policy SPILE-EC2-004 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        egress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        egress: [{protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for aws_security_group.web is fail

  Scenario: A plan of Terraform that lets out to a group
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        egress: [{protocol: "-1", from_port: 0, to_port: 0, security_groups: [sg-1]}]
      """
    When the policy SPILE-EC2-004 is evaluated
    Then the verdict for aws_security_group.web is fail
