Feature: Virtual networks keep flow logs
  Flow logs are where one looks afterwards who spoke with whom.

  Background:
    Given the template:
      """yaml
      Resources:
        Net:
          Type: AWS::EC2::VPC
          Properties: {CidrBlock: 10.0.0.0/16}
        Log:
          Type: AWS::EC2::FlowLog
          Properties: {ResourceType: VPC, ResourceId: !Ref Net, TrafficType: ALL}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A flow log names the network
    When the policy SPILE-EC2-007 is evaluated
    Then the verdict for Net is pass

  Scenario: There is none
    Given `Log` is removed
    When the policy SPILE-EC2-007 is evaluated
    Then the verdict for Net is fail
    And the severity for Net is low
    And the message for Net is "no flow log records the traffic of Net"

  Scenario: It is for another network
    Given `Log.Properties.ResourceId` is set to `vpc-1`
    When the policy SPILE-EC2-007 is evaluated
    Then the verdict for Net is fail
    And Net passes once `Log.Properties.ResourceId` is set to `!Ref Net`

  Scenario: It is made in some stacks only
    Given `Conditions` is set to `{Logged: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Log.Condition` is set to `Logged`
    When the policy SPILE-EC2-007 is evaluated
    Then Net fails when "Logged is false"

  Scenario: The network is given when the stack is made
    Given `Log.Properties.ResourceId` is unknown
    When the policy SPILE-EC2-007 is evaluated
    Then the verdict for Net is unknown

  Scenario: A template without networks
    Given `Net` is removed
    When the policy SPILE-EC2-007 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_vpc.v:
        cidr_block: 10.0.0.0/16
      aws_flow_log.l:
        vpc_id: !ref aws_vpc.v.id
        traffic_type: ALL
      """
    When the policy SPILE-EC2-007 is evaluated
    Then the verdict for aws_vpc.v is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_vpc.v:
        cidr_block: 10.0.0.0/16
      """
    When the policy SPILE-EC2-007 is evaluated
    Then the verdict for aws_vpc.v is fail
