Feature: Entries of a network ACL name the protocol that they allow
  An entry that allows another protocol than TCP, UDP and ICMP allows it on all ports, whatever ports it names.

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

  Scenario Outline: Protocols that are named
    Given `First.Properties.Protocol` is set to <protocol>
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for First is pass

    Examples:
      | protocol |
      | `6`      |
      | `17`     |
      | `1`      |
      | `"6"`    |

  Scenario Outline: All of them, or one without ports
    Given `First.Properties.Protocol` is set to <protocol>
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for First is fail
    And the severity for First is medium
    And the finding for First is at `First.Properties.Protocol`
    And the message for First is "First allows protocol <name>, and with it all ports"
    And First passes once `First.Properties.Protocol` is set to `6`

    Examples:
      | protocol | name |
      | `-1`     | all  |
      | `"-1"`   | all  |
      | `47`     | gre  |

  Scenario: ICMP of IPv6 with a range, a type and a code
    Given `First.Properties` is set to `{NetworkAclId: !Ref Fence, RuleNumber: 100, RuleAction: allow, Protocol: 58, Ipv6CidrBlock: "fd00::/8", Icmp: {Type: 128, Code: 0}}`
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for First is pass

  Scenario Outline: ICMP of IPv6 that leaves something out
    Given `First.Properties` is set to `{NetworkAclId: !Ref Fence, RuleNumber: 100, RuleAction: allow, Protocol: 58, <rest>}`
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for First is fail

    Examples:
      | rest                                              |
      | CidrBlock: 10.0.0.0/8, Icmp: {Type: 128, Code: 0} |
      | Ipv6CidrBlock: "fd00::/8", Icmp: {Type: 128}      |
      | Ipv6CidrBlock: "fd00::/8", Icmp: {Code: 0}        |
      | Ipv6CidrBlock: "fd00::/8"                         |

  Scenario: A type and a code do not help another protocol
    Given `First.Properties` is set to `{NetworkAclId: !Ref Fence, RuleNumber: 100, RuleAction: allow, Protocol: 47, Ipv6CidrBlock: "fd00::/8", Icmp: {Type: 128, Code: 0}}`
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for First is fail

  Scenario: What is denied may be everything
    Given `First.Properties.Protocol` is set to `-1`
    And `First.Properties.RuleAction` is set to `deny`
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for First is not applicable

  Scenario Outline: Somebody decides when the stack is made
    Given `First.Properties.Protocol` is set to `-1`
    And `First.Properties.<what>` is unknown
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for First is unknown

    Examples:
      | what       |
      | Protocol   |
      | RuleAction |

  Scenario: A template without entries
    Given `First` is removed
    And `Second` is removed
    When the policy SPILE-EC2-017 is evaluated
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
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for aws_network_acl_rule.in is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_network_acl_rule.in:
        network_acl_id: acl-1
        rule_number: 100
        egress: false
        rule_action: allow
        protocol: "-1"
        cidr_block: 10.0.0.0/8
      """
    When the policy SPILE-EC2-017 is evaluated
    Then the verdict for aws_network_acl_rule.in is fail
