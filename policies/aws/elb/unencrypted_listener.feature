Feature: Requests reach load balancers encrypted
  Who listens by HTTP alone serves pages that everybody on the way can read and change. Sending everybody to HTTPS
  is what HTTP may be used for.

  Background:
    Given the template:
      """yaml
      Resources:
        Door:
          Type: AWS::ElasticLoadBalancingV2::Listener
          Properties:
            LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/front/1
            Port: 443
            Protocol: HTTPS
            SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
            Certificates:
              - CertificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-000000000001
            DefaultActions:
              - {Type: forward, TargetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: HTTPS
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for Door is not applicable

  Scenario: A network load balancer hands on what it does not read
    Given `Door.Properties.Protocol` is set to `TCP`
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for Door is not applicable

  Scenario: HTTP that sends everybody to HTTPS
    Given `Door.Properties.Protocol` is set to `HTTP`
    And `Door.Properties.DefaultActions` is set to `[{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}]`
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for Door is pass

  Scenario: HTTP that serves
    Given `Door.Properties.Protocol` is set to `HTTP`
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for Door is fail
    And the severity for Door is high
    And the finding for Door is at `Door.Properties.Protocol`
    And the message for Door is "Door serves requests that everybody on the way can read and change"
    And Door passes once `Door.Properties.DefaultActions` is set to `[{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}]`

  Scenario: A redirect to HTTP
    Given `Door.Properties.Protocol` is set to `HTTP`
    And `Door.Properties.DefaultActions` is set to `[{Type: redirect, RedirectConfig: {Protocol: HTTP, Port: 8080, StatusCode: HTTP_301}}]`
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for Door is fail

  Scenario: Somebody decides on the protocol when the stack is made
    Given `Door.Properties.Protocol` is unknown
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for Door is unknown

  Scenario: Somebody decides on the redirect when the stack is made
    Given `Door.Properties.Protocol` is set to `HTTP`
    And `Door.Properties.DefaultActions` is unknown
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for Door is unknown

  Scenario: A template without listeners
    Given `Door` is removed
    When the policy SPILE-ELB-005 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 80
        protocol: HTTP
        default_action: [{type: redirect, redirect: [{protocol: HTTPS, status_code: HTTP_301}]}]
      """
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for aws_lb_listener.web is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_lb_listener.web:
        port: 80
        protocol: HTTP
        default_action: [{type: forward}]
      """
    When the policy SPILE-ELB-005 is evaluated
    Then the verdict for aws_lb_listener.web is fail
