Feature: Entries of a network ACL have numbers of their own
  Two entries of a network ACL with the same number cannot both exist: making the second fails, or replaces the
  first.

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

  Scenario: Each has its own number
    When the policy SPILE-EC2-005 is evaluated
    Then the verdict for First is pass
    And the verdict for Second is pass

  Scenario: The same number twice
    Given `Second.Properties.RuleNumber` is set to `100`
    When the policy SPILE-EC2-005 is evaluated
    Then the verdict for First is fail
    And the severity for First is medium
    And the verdict for Second is fail
    And the finding for Second is at `Second.Properties.RuleNumber`
    And the message for Second is "another entry of the same network ACL and direction has the number 100, too: only one can exist"
    And Second passes once `Second.Properties.RuleNumber` is set to `300`

  Scenario Outline: The same number is free in another list
    Given `Second.Properties.RuleNumber` is set to `100`
    And `Second.Properties.<what>` is set to <value>
    When the policy SPILE-EC2-005 is evaluated
    Then the verdict for First is pass
    And the verdict for Second is pass

    Examples:
      | what         | value        |
      | Egress       | `true`       |
      | NetworkAclId | `!Ref Other` |

  Scenario: Entries are for incoming traffic unless they say otherwise
    Given `Second.Properties.RuleNumber` is set to `"100"`
    And `Second.Properties.Egress` is removed
    When the policy SPILE-EC2-005 is evaluated
    Then the verdict for Second is fail

  Scenario Outline: Somebody decides when the stack is made
    Given `Second.Properties.RuleNumber` is set to `100`
    And `Second.Properties.<what>` is unknown
    When the policy SPILE-EC2-005 is evaluated
    Then the verdict for Second is unknown

    Examples:
      | what         |
      | RuleNumber   |
      | Egress       |
      | NetworkAclId |

  Scenario: A template without entries
    Given `First` is removed
    And `Second` is removed
    When the policy SPILE-EC2-005 is evaluated
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
      aws_network_acl_rule.other:
        network_acl_id: acl-1
        rule_number: 200
        egress: false
        rule_action: allow
        protocol: "6"
        from_port: 80
        to_port: 80
        cidr_block: 10.0.0.0/8
      """
    When the policy SPILE-EC2-005 is evaluated
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
        from_port: 443
        to_port: 443
        cidr_block: 10.0.0.0/8
      aws_network_acl_rule.other:
        network_acl_id: acl-1
        rule_number: 100
        egress: false
        rule_action: allow
        protocol: "6"
        from_port: 80
        to_port: 80
        cidr_block: 10.0.0.0/8
      """
    When the policy SPILE-EC2-005 is evaluated
    Then the verdict for aws_network_acl_rule.in is fail
