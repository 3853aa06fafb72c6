Feature: Security groups say what may leave
  A security group without a rule for outgoing traffic gets one from AWS: everything, to everybody.

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

  Scenario: A rule is written
    When the policy SPILE-EC2-014 is evaluated
    Then the verdict for Web is pass

  Scenario Outline: No rule is written
    Given `Web.Properties.SecurityGroupEgress` is <edit>
    When the policy SPILE-EC2-014 is evaluated
    Then the verdict for Web is fail
    And the severity for Web is medium
    And the message for Web is "Web has no rule for outgoing traffic, so AWS lets everything out"
    And Web passes once `Web.Properties.SecurityGroupEgress` is set to `[{IpProtocol: "-1", CidrIp: 127.0.0.1/32}]`

    Examples:
      | edit        |
      | removed     |
      | set to `[]` |

  Scenario: A rule that stands alone names the group
    Given `Web.Properties.SecurityGroupEgress` is removed
    And `Alone.Properties.GroupId` is set to `!Ref Web`
    When the policy SPILE-EC2-014 is evaluated
    Then the verdict for Web is pass

  Scenario: A rule is written for some stacks
    Given `Conditions` is set to `{Closed: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Web.Properties.SecurityGroupEgress` is set to `!If [Closed, [{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}], !Ref AWS::NoValue]`
    When the policy SPILE-EC2-014 is evaluated
    Then Web fails when "Closed is false"

  Scenario: Rules come from elsewhere
    Given `Web.Properties.SecurityGroupEgress` is unknown
    When the policy SPILE-EC2-014 is evaluated
    Then the verdict for Web is unknown

  Scenario: A template without security groups
    Given `Web` is removed
    When the policy SPILE-EC2-014 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
        egress: [{protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"]}]
      """
    When the policy SPILE-EC2-014 is evaluated
    Then the verdict for aws_security_group.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_security_group.web:
        name: web
      """
    When the policy SPILE-EC2-014 is evaluated
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
        cidr_ipv4: "10.0.0.0/8"
      """
    When the policy SPILE-EC2-014 is evaluated
    Then the verdict for aws_security_group.web is pass
