Feature: EMR clusters follow a security configuration of the template
  What a cluster encrypts can be judged when its security configuration stands in the same template.

  Background:
    Given the template:
      """yaml
      Resources:
        Strict:
          Type: AWS::EMR::SecurityConfiguration
          Properties: {Name: strict, SecurityConfiguration: {}}
        Crunch:
          Type: AWS::EMR::Cluster
          Properties:
            Name: crunch
            JobFlowRole: EMR_EC2_DefaultRole
            ServiceRole: EMR_DefaultRole
            Instances: {}
            SecurityConfiguration: !Ref Strict
            KerberosAttributes: {Realm: EC2.INTERNAL, KdcAdminPassword: "{{resolve:secretsmanager:kdc}}"}
        Alarms: {Type: AWS::SNS::Topic}
      """

  Scenario: A reference
    When the policy SPILE-EMR-002 is evaluated
    Then the verdict for Crunch is pass

  Scenario: The name of one that is here
    Given `Crunch.Properties.SecurityConfiguration` is set to `strict`
    When the policy SPILE-EMR-002 is evaluated
    Then the verdict for Crunch is pass

  Scenario: The name of one that is elsewhere
    Given `Crunch.Properties.SecurityConfiguration` is set to `lax`
    When the policy SPILE-EMR-002 is evaluated
    Then the verdict for Crunch is fail
    And the severity for Crunch is medium
    And the message for Crunch is "Crunch follows no security configuration that can be seen here"
    And Crunch passes once `Crunch.Properties.SecurityConfiguration` is set to `!Ref Strict`

  Scenario: None at all
    Given `Crunch.Properties.SecurityConfiguration` is removed
    When the policy SPILE-EMR-002 is evaluated
    Then the verdict for Crunch is fail

  Scenario: One that is named when the stack is made
    Given `Crunch.Properties.SecurityConfiguration` is unknown
    When the policy SPILE-EMR-002 is evaluated
    Then the verdict for Crunch is unknown

  Scenario: One that only some stacks name
    Given `Conditions` is set to `{Strict: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Crunch.Properties.SecurityConfiguration` is set to `!If [Strict, !Ref Strict, !Ref AWS::NoValue]`
    When the policy SPILE-EMR-002 is evaluated
    Then Crunch fails when "Strict is false"

  Scenario: A template without clusters
    Given `Crunch` is removed
    When the policy SPILE-EMR-002 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_emr_cluster.c:
        name: c
        security_configuration: !ref aws_emr_security_configuration.s.name
      aws_emr_security_configuration.s:
        name: s
      """
    When the policy SPILE-EMR-002 is evaluated
    Then the verdict for aws_emr_cluster.c is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_emr_cluster.c:
        name: c
      """
    When the policy SPILE-EMR-002 is evaluated
    Then the verdict for aws_emr_cluster.c is fail
