Feature: Subnets do not hand out public addresses
  A machine with a public address can be reached from the internet as soon as a security group is too wide.

  Background:
    Given the template:
      """yaml
      Resources:
        Net:
          Type: AWS::EC2::Subnet
          Properties:
            VpcId: vpc-1
            CidrBlock: 10.0.1.0/24
            MapPublicIpOnLaunch: false
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: Public addresses are refused
    Given `Net.Properties.MapPublicIpOnLaunch` is set to <value>
    When the policy SPILE-EC2-008 is evaluated
    Then the verdict for Net is pass

    Examples:
      | value     |
      | `false`   |
      | `"false"` |

  Scenario Outline: Public addresses are handed out
    Given `Net.Properties.MapPublicIpOnLaunch` is set to <value>
    When the policy SPILE-EC2-008 is evaluated
    Then the verdict for Net is fail
    And the severity for Net is medium
    And the finding for Net is at `Net.Properties.MapPublicIpOnLaunch`
    And the message for Net is "every machine that starts in Net gets a public address"
    And Net passes once `Net.Properties.MapPublicIpOnLaunch` is set to `false`

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: Nothing is said, and none are handed out
    Given `Net.Properties.MapPublicIpOnLaunch` is removed
    When the policy SPILE-EC2-008 is evaluated
    Then the verdict for Net is pass

  Scenario: Somebody decides when the stack is made
    Given `Net.Properties.MapPublicIpOnLaunch` is unknown
    When the policy SPILE-EC2-008 is evaluated
    Then the verdict for Net is unknown

  Scenario: A template without subnets
    Given `Net` is removed
    When the policy SPILE-EC2-008 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_subnet.s:
        cidr_block: 10.0.1.0/24
        map_public_ip_on_launch: false
      """
    When the policy SPILE-EC2-008 is evaluated
    Then the verdict for aws_subnet.s is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_subnet.s:
        cidr_block: 10.0.1.0/24
        map_public_ip_on_launch: true
      """
    When the policy SPILE-EC2-008 is evaluated
    Then the verdict for aws_subnet.s is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_subnet.s:
        cidr_block: 10.0.1.0/24
        map_public_ip_on_launch: !unknown
      """
    When the policy SPILE-EC2-008 is evaluated
    Then the verdict for aws_subnet.s is unknown
