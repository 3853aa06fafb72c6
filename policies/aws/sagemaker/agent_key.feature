Feature: Agents name the key that encrypts them

  Background:
    Given the template:
      """yaml
      Resources:
        Aide:
          Type: AWS::Bedrock::Agent
          Properties:
            AgentName: aide
            CustomerEncryptionKeyArn: arn:aws:kms:eu-west-1:123456789012:key/aaaa
      """

  Scenario Outline: <case>
    Given `Aide.Properties.CustomerEncryptionKeyArn` is set to `<value>`
    When the policy SPILE-BR-001 is evaluated
    Then the verdict for Aide is <verdict>

    Examples:
      | case              | value                                       | verdict |
      | named             | alias/learn                                 | pass    |
      | by ARN            | arn:aws:kms:eu-west-1:123456789012:key/aaaa | pass    |
      | nothing in quotes | ""                                          | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Aide.Properties.CustomerEncryptionKeyArn` is removed
    When the policy SPILE-BR-001 is evaluated
    Then the finding for Aide is at `Aide.Properties`
    And the message for Aide is "Aide is encrypted by a key whose policy the account does not decide"
    And the severity for Aide is medium
    And Aide passes once `Aide.Properties.CustomerEncryptionKeyArn` is set to `alias/learn`

  Scenario: Nobody can tell
    Given `Aide.Properties` is unknown
    When the policy SPILE-BR-001 is evaluated
    Then the verdict for Aide is unknown

  Scenario: A template without agents
    Given `Aide.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-BR-001 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_bedrockagent_agent.a:
        agent_name: a
        customer_encryption_key_arn: !ref aws_kms_key.own.arn
      aws_kms_key.own: {}
      """
    When the policy SPILE-BR-001 is evaluated
    Then the verdict for aws_bedrockagent_agent.a is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_bedrockagent_agent.a:
        agent_name: a
      """
    When the policy SPILE-BR-001 is evaluated
    Then the verdict for aws_bedrockagent_agent.a is fail
