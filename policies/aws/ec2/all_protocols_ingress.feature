Feature: Security groups name the protocols that they let in
  A rule for every protocol opens every port: also those of programs that somebody starts next year.

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

  Scenario: A protocol is named
    When the policy SPILE-EC2-012 is evaluated
    Then the verdict for Web is pass
    And the verdict for Alone is pass

  Scenario Outline: Every protocol
    Given `Web.Properties.SecurityGroupIngress[0]` is set to <rule>
    When the policy SPILE-EC2-012 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is medium
    And the finding for Web is at `Web.Properties.SecurityGroupIngress[0].IpProtocol`
    And the message for Web is "Web lets in every protocol on every port"
    And Web passes once `Web.Properties.SecurityGroupIngress[0].IpProtocol` is set to `tcp`

    Examples:
      | rule                                              |
      | `{IpProtocol: "-1", CidrIp: 10.0.0.0/8}`          |
      | `{IpProtocol: -1, CidrIpv6: "fd00::/8"}`          |
      | `{IpProtocol: "-1", SourceSecurityGroupId: sg-1}` |
      | `{IpProtocol: "-1", SourcePrefixListId: pl-1}`    |

  Scenario: One rule among others is enough
    Given `Web.Properties.SecurityGroupIngress[1]` is set to `{IpProtocol: "-1", CidrIp: 10.1.2.3/32}`
    When the policy SPILE-EC2-012 is evaluated
    Then the verdict for Web is fail
    And the finding for Web is at `Web.Properties.SecurityGroupIngress[1].IpProtocol`

  Scenario: A rule that stands alone
    Given `Alone.Properties.IpProtocol` is set to `"-1"`
    When the policy SPILE-EC2-012 is evaluated
    Then the verdict for Alone is fail

  Scenario: Somebody decides when the stack is made
    Given `Web.Properties.SecurityGroupIngress[0].IpProtocol` is unknown
    When the policy SPILE-EC2-012 is evaluated
    Then the verdict for Web is unknown

  Scenario: A template without security groups
    Given `Web` is removed
    And `Alone` is removed
    When the policy SPILE-EC2-012 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-012 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        ingress: [{protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-012 is evaluated
    Then the verdict for aws_security_group.web is fail

  Scenario: A plan of Terraform whose rule stands beside the group
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
      aws_security_group_rule.r:
        type: ingress
        security_group_id: !ref aws_security_group.web.id
        protocol: "-1"
        from_port: 0
        to_port: 0
        cidr_blocks: ["10.0.0.0/8"]
      """
    When the policy SPILE-EC2-012 is evaluated
    Then the verdict for aws_security_group.web is fail
