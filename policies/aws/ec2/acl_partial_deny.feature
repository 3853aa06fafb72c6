Feature: Entries of a network ACL that deny, deny everybody
  Who is denied by address comes back with another one. An entry that denies closes the list for everybody;
  entries before it let in those who are known.

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

  Scenario Outline: Everybody is denied
    Given `First.Properties.RuleAction` is set to `deny`
    And `First.Properties.CidrBlock` is removed
    And `First.Properties.<key>` is set to `"<range>"`
    When the policy SPILE-EC2-019 is evaluated
    Then the verdict for First is pass

    Examples:
      | key           | range     |
      | CidrBlock     | 0.0.0.0/0 |
      | Ipv6CidrBlock | ::/0      |

  Scenario Outline: Some are denied
    Given `First.Properties.RuleAction` is set to `deny`
    And `First.Properties.CidrBlock` is removed
    And `First.Properties.<key>` is set to `"<range>"`
    When the policy SPILE-EC2-019 is evaluated
    Then the verdict for First is fail
    And the severity for First is low
    And the finding for First is at `First.Properties.<key>`
    And the message for First is "First denies <range> only; whoever has another address is not meant"

    Examples:
      | key           | range         |
      | CidrBlock     | 10.0.0.0/16   |
      | Ipv6CidrBlock | 2001:db8::/32 |

  Scenario: No address is named
    Given `First.Properties.RuleAction` is set to `deny`
    And `First.Properties.CidrBlock` is removed
    When the policy SPILE-EC2-019 is evaluated
    Then the verdict for First is pass

  Scenario: What is allowed may be a part
    When the policy SPILE-EC2-019 is evaluated
    Then the verdict for First is not applicable

  Scenario Outline: Somebody decides when the stack is made
    Given `First.Properties.RuleAction` is set to `deny`
    And `First.Properties.<what>` is unknown
    When the policy SPILE-EC2-019 is evaluated
    Then the verdict for First is unknown

    Examples:
      | what       |
      | CidrBlock  |
      | RuleAction |

  Scenario: A template without entries
    Given `First` is removed
    And `Second` is removed
    When the policy SPILE-EC2-019 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_network_acl_rule.in:
        network_acl_id: acl-1
        rule_number: 100
        egress: false
        rule_action: deny
        protocol: "-1"
        cidr_block: 0.0.0.0/0
      """
    When the policy SPILE-EC2-019 is evaluated
    Then the verdict for aws_network_acl_rule.in is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_network_acl_rule.in:
        network_acl_id: acl-1
        rule_number: 100
        egress: false
        rule_action: deny
        protocol: "-1"
        cidr_block: 10.0.0.0/8
      """
    When the policy SPILE-EC2-019 is evaluated
    Then the verdict for aws_network_acl_rule.in is fail
