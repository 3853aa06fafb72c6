Feature: Endpoint services ask their owner who may connect
  Who may see an endpoint service connects to it, unless the owner is asked each time.

  Background:
    Given the template:
      """yaml
      Resources:
        Offer:
          Type: AWS::EC2::VPCEndpointService
          Properties:
            NetworkLoadBalancerArns: [arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/inner/1]
            AcceptanceRequired: true
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario Outline: The owner is asked
    Given `Offer.Properties.AcceptanceRequired` is set to <value>
    When the policy SPILE-EC2-033 is evaluated
    Then the verdict for Offer is pass

    Examples:
      | value    |
      | `true`   |
      | `"true"` |

  Scenario: The owner is not asked
    Given `Offer.Properties.AcceptanceRequired` is set to `false`
    When the policy SPILE-EC2-033 is evaluated
    Then the verdict for Offer is fail
    And the severity for Offer is medium
    And the finding for Offer is at `Offer.Properties.AcceptanceRequired`
    And the message for Offer is "whoever is allowed to see Offer connects to it without being accepted"
    And Offer passes once `Offer.Properties.AcceptanceRequired` is set to `true`

  Scenario: Nothing is said, and the owner is not asked
    Given `Offer.Properties.AcceptanceRequired` is removed
    When the policy SPILE-EC2-033 is evaluated
    Then the verdict for Offer is fail
    And the finding for Offer is at `Offer.Properties`
    And the message for Offer is "whoever is allowed to see Offer connects to it without being accepted"

  Scenario: Somebody decides when the stack is made
    Given `Offer.Properties.AcceptanceRequired` is unknown
    When the policy SPILE-EC2-033 is evaluated
    Then the verdict for Offer is unknown

  Scenario: A template without endpoint services
    Given `Offer` is removed
    When the policy SPILE-EC2-033 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_vpc_endpoint_service.s:
        acceptance_required: true
      """
    When the policy SPILE-EC2-033 is evaluated
    Then the verdict for aws_vpc_endpoint_service.s is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_vpc_endpoint_service.s:
        acceptance_required: false
      """
    When the policy SPILE-EC2-033 is evaluated
    Then the verdict for aws_vpc_endpoint_service.s is fail

  Scenario: A plan of Terraform that cannot tell before it is applied
    Given the planned resources:
      """yaml
      aws_vpc_endpoint_service.s:
        acceptance_required: !unknown
      """
    When the policy SPILE-EC2-033 is evaluated
    Then the verdict for aws_vpc_endpoint_service.s is unknown
