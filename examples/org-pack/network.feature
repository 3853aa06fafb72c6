Feature: Networks at Acme

  Background:
    Given the template:
      """yaml
      Parameters:
        From: {Type: String}
      Resources:
        Doors:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: doors
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8}
      """

  Scenario: the company's own network may
    When the policy ACME-NET-001 is evaluated
    Then the verdict for Doors is pass

  Scenario: the world may not
    Given `Doors.Properties.SecurityGroupIngress[0].CidrIp` is set to `0.0.0.0/0`
    When the policy ACME-NET-001 is evaluated
    Then the findings are exactly:
      | resource | severity | line | message                          |
      | Doors    | critical | 9    | Doors opens port 22 to 0.0.0.0/0 |

  Scenario Outline: a rule that covers an administration port opens it
    Given `Doors.Properties.SecurityGroupIngress[0]` is set to `<rule>`
    When the policy ACME-NET-001 is evaluated
    Then the verdict for Doors is <verdict>

    Examples:
      | rule                                                              | verdict |
      | {IpProtocol: tcp, FromPort: 4000, ToPort: 5000, CidrIp: "::/0"}   | pass    |
      | {IpProtocol: tcp, FromPort: 1, ToPort: 65535, CidrIp: 8.8.8.8/32} | fail    |
      | {IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}    | pass    |
      | {IpProtocol: "-1", CidrIp: 0.0.0.0/0}                             | fail    |
      | {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}  | pass    |

  Scenario: a group without rules opens nothing
    Given `Doors.Properties.SecurityGroupIngress` is removed
    When the policy ACME-NET-001 is evaluated
    Then the verdict for Doors is pass

  Scenario: nobody knows the address yet
    Given `Doors.Properties.SecurityGroupIngress[0].CidrIp` is set to `!Ref From`
    When the policy ACME-NET-001 is evaluated
    Then Doors is unknown because "From"
