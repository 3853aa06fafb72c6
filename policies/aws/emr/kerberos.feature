Feature: Users of EMR clusters show who they are by Kerberos
  Without Kerberos, the programs of Hadoop believe whatever name a user gives.

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

  Scenario: Kerberos is set up
    When the policy SPILE-EMR-003 is evaluated
    Then the verdict for Crunch is pass

  Scenario: Kerberos is not mentioned
    Given `Crunch.Properties.KerberosAttributes` is removed
    When the policy SPILE-EMR-003 is evaluated
    Then the verdict for Crunch is fail
    And the severity for Crunch is medium
    And the finding for Crunch is at `Crunch.Properties`
    And the message for Crunch is "whoever reaches Crunch may say to be anybody"
    And Crunch passes once `Crunch.Properties.KerberosAttributes` is set to `{Realm: EC2.INTERNAL}`

  Scenario: Only in some stacks
    Given `Conditions` is set to `{Strict: !Equals [!Ref AWS::Region, eu-west-1]}`
    And `Crunch.Properties.KerberosAttributes` is set to `!If [Strict, {Realm: EC2.INTERNAL}, !Ref AWS::NoValue]`
    When the policy SPILE-EMR-003 is evaluated
    Then Crunch fails when "Strict is false"

  Scenario: A template without clusters
    Given `Crunch` is removed
    When the policy SPILE-EMR-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_emr_cluster.c:
        name: c
        kerberos_attributes: [{realm: EC2.INTERNAL, kdc_admin_password: !ref random_password.k.result }]
      random_password.k:
        length: 20
      """
    When the policy SPILE-EMR-003 is evaluated
    Then the verdict for aws_emr_cluster.c is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_emr_cluster.c:
        name: c
      """
    When the policy SPILE-EMR-003 is evaluated
    Then the verdict for aws_emr_cluster.c is fail
