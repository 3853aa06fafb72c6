Feature: Entries of a network ACL name ports
  An entry for TCP or UDP that names no ports, or all of them, is an entry for all of them.

  Background:
    Given the template:
      """yaml
      Resources:
        Fence:
          Type: AWS::EC2::NetworkAcl
          Properties: {VpcId: vpc-1}
        Other:
          Type: AWS::EC2::NetworkAcl
          Properties: {VpcId: vpc-1}
        First:
          Type: AWS::EC2::NetworkAclEntry
          Properties: {NetworkAclId: !Ref Fence, RuleNumber: 100, Egress: false, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/16, PortRange: {From: 443, To: 443}}
        Second:
          Type: AWS::EC2::NetworkAclEntry
          Properties: {NetworkAclId: !Ref Fence, RuleNumber: 200, Egress: false, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/16, PortRange: {From: 8000, To: 8080}}
      """

  Scenario Outline: Ports are named
    Given `First.Properties.Protocol` is set to `<protocol>`
    And `First.Properties.PortRange` is set to `<range>`
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for First is pass

    Examples:
      | protocol | range                |
      | 6        | {From: 443, To: 443} |
      | 17       | {From: 0, To: 1023}  |
      | 6        | {From: 1, To: 65535} |

  Scenario Outline: All ports
    Given `First.Properties.Protocol` is set to `<protocol>`
    And `First.Properties.PortRange` is set to `<range>`
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for First is fail
    And the severity for First is medium
    And the finding for First is at `First.Properties.PortRange.From`
    And the message for First is "First stands for all ports"
    And First passes once `First.Properties.PortRange.To` is set to `443`

    Examples:
      | protocol | range                    |
      | 6        | {From: 0, To: 65535}     |
      | 17       | {From: "0", To: "65535"} |

  Scenario Outline: An end is not written
    Given `<what>` is removed
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for First is fail
    And the message for First is "First names no first or no last port, so it stands for all of them"

    Examples:
      | what                            |
      | First.Properties.PortRange      |
      | First.Properties.PortRange.From |
      | First.Properties.PortRange.To   |

  Scenario Outline: Other protocols have no ports
    Given `First.Properties.Protocol` is set to `<protocol>`
    And `First.Properties.PortRange` is removed
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for First is not applicable

    Examples:
      | protocol |
      | 1        |
      | -1       |

  Scenario: The first port is given when the stack is made
    Given `First.Properties.PortRange` is set to `{From: 0, To: 65535}`
    And `First.Properties.PortRange.From` is unknown
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for First is unknown

  Scenario: The last port is given when the stack is made
    Given `First.Properties.PortRange` is set to `{From: 0, To: 65535}`
    And `First.Properties.PortRange.To` is unknown
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for First is unknown

  Scenario: The protocol is given when the stack is made
    Given `First.Properties.PortRange` is removed
    And `First.Properties.Protocol` is unknown
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for First is unknown

  Scenario: A template without entries
    Given `First` is removed
    And `Second` is removed
    When the policy SPILE-EC2-018 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_network_acl_rule.in:
        network_acl_id: acl-1
        rule_number: 100
        egress: false
        rule_action: allow
        protocol: "6"
        from_port: 443
        to_port: 443
        cidr_block: 10.0.0.0/8
      """
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for aws_network_acl_rule.in is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_network_acl_rule.in:
        network_acl_id: acl-1
        rule_number: 100
        egress: false
        rule_action: allow
        protocol: "6"
        from_port: 0
        to_port: 65535
        cidr_block: 10.0.0.0/8
      """
    When the policy SPILE-EC2-018 is evaluated
    Then the verdict for aws_network_acl_rule.in is fail
