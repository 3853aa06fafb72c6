Feature: Security groups keep ports of old and of private services closed
  FTP sends passwords in the clear; Remote Desktop and MySQL are for named groups. Which ports are closed is a
  parameter of the policy.

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

  Scenario: Another port
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for Web is pass
    And the verdict for Alone is pass

  Scenario Outline: A closed one
    Given `Web.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: <port>, ToPort: <port>, CidrIp: 10.0.0.0/8}`
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is medium
    And the message for Web is "Web opens port <port> to 10.0.0.0/8"

    Examples:
      | port |
      | 20   |
      | 21   |
      | 3306 |
      | 3389 |
      | 4333 |

  Scenario Outline: A closed one within a range, or within every protocol
    Given `Web.Properties.SecurityGroupIngress[0]` is set to <rule>
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for Web is fail

    Examples:
      | rule                                                              |
      | `{IpProtocol: tcp, FromPort: 15, ToPort: 20, CidrIp: 10.0.0.0/8}` |
      | `{IpProtocol: "-1", CidrIp: 10.0.0.0/8}`                          |

  Scenario: By UDP it is another port
    Given `Web.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: udp, FromPort: 3306, ToPort: 3306, CidrIp: 10.0.0.0/8}`
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for Web is pass

  Scenario: Another security group may connect
    Given `Web.Properties.SecurityGroupIngress[0]` is set to `{IpProtocol: tcp, FromPort: 3306, ToPort: 3306, SourceSecurityGroupId: sg-1}`
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for Web is pass

  Scenario: A rule that stands alone
    Given `Alone.Properties.FromPort` is set to `21`
    And `Alone.Properties.ToPort` is set to `21`
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for Alone is fail

  Scenario: An organisation closes its own ports
    Given the policy parameter "policies.aws.ec2.common_ports.closed_ports" is `{443}`
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for Web is fail

  Scenario Outline: Somebody decides when the stack is made
    Given `Web.Properties.SecurityGroupIngress[0].FromPort` is set to `21`
    And `Web.Properties.SecurityGroupIngress[0].<what>` is unknown
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for Web is unknown

    Examples:
      | what       |
      | ToPort     |
      | IpProtocol |

  Scenario: A template without security groups
    Given `Web` is removed
    And `Alone` is removed
    When the policy SPILE-EC2-037 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 21, to_port: 21, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-037 is evaluated
    Then the verdict for aws_security_group.web is fail
