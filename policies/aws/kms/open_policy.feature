Feature: Keys are not open to everybody

  Background:
    Given the template:
      """yaml
      Resources:
        Data:
          Type: AWS::KMS::Key
          Properties:
            EnableKeyRotation: true
            KeyPolicy:
              Statement:
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:root}
                  Action: kms:*
                  Resource: "*"
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:role/app}
                  Action: kms:Decrypt
                  Resource: "*"
      """

  Scenario Outline: <case>
    Given `Data.Properties.KeyPolicy.Statement[1].Principal` is set to `<value>`
    When the policy SPILE-KMS-002 is evaluated
    Then the verdict for Data is <verdict>

    Examples:
      | case                   | value                                 | verdict |
      | the account            | {AWS: arn:aws:iam::123456789012:root} | pass    |
      | a service              | {Service: logs.amazonaws.com}         | pass    |
      | everybody              | "*"                                   | fail    |
      | everybody, as accounts | {AWS: ["*"]}                          | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Data.Properties.KeyPolicy.Statement[1].Principal` is set to `"*"`
    When the policy SPILE-KMS-002 is evaluated
    Then the finding for Data is at `Data.Properties.KeyPolicy.Statement[1].Principal`
    And the message for Data is "Data lets everybody use the key, whichever account they belong to"
    And the severity for Data is critical
    And Data passes once `Data.Properties.KeyPolicy.Statement[1].Principal` is set to `{AWS: "123456789012"}`

  Scenario: Nobody can tell
    Given `Data.Properties.KeyPolicy.Statement[1].Principal.AWS` is unknown
    When the policy SPILE-KMS-002 is evaluated
    Then the verdict for Data is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Data.Properties.KeyPolicy.Statement[1].Principal` is set to `"*"`
    And `Data.Properties.KeyPolicy.Statement[1].Effect` is unknown
    When the policy SPILE-KMS-002 is evaluated
    Then the verdict for Data is unknown

  Scenario: A template without keys
    Given `Data.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-KMS-002 is evaluated
    Then nothing was evaluated

  Scenario Outline: <condition> decides who that is
    Given `Data.Properties.KeyPolicy.Statement[1].Principal` is set to `"*"`
    And `Data.Properties.KeyPolicy.Statement[1].Condition` is set to `<test>`
    When the policy SPILE-KMS-002 is evaluated
    Then the verdict for Data is <verdict>

    Examples:
      | condition              | test                                                                | verdict |
      | the source's account   | {StringEquals: {"aws:SourceAccount": "123456789012"}}               | pass    |
      | the source's ARN       | {ArnLike: {"AWS:SourceArn": "arn:aws:s3:::photos"}}                 | pass    |
      | any ARN                | {ArnLike: {"aws:SourceArn": "*"}}                                   | fail    |
      | all but one account    | {StringNotEquals: {"aws:SourceAccount": "123456789012"}}            | fail    |
      | the account, if stated | {StringEqualsIfExists: {"aws:SourceAccount": "123456789012"}}       | fail    |
      | TLS                    | {Bool: {"aws:SecureTransport": "true"}}                             | fail    |

  Scenario: To refuse everybody is fine
    Given `Data.Properties.KeyPolicy.Statement[1].Principal` is set to `"*"`
    And `Data.Properties.KeyPolicy.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-KMS-002 is evaluated
    Then the verdict for Data is pass

  Scenario Outline: In a plan, <case>
    Given the planned resources:
      """yaml
      aws_kms_key.data:
        policy: '{"Statement": [{"Effect": "Allow", "Principal": <principal>, "Action": "kms:Decrypt", "Resource": "*"}]}'
      """
    When the policy SPILE-KMS-002 is evaluated
    Then the verdict for aws_kms_key.data is <verdict>

    Examples:
      | case          | principal               | verdict |
      | one account   | {"AWS": "123456789012"} | pass    |
      | everybody     | "*"                     | fail    |
      | every account | {"AWS": "*"}            | fail    |

  Scenario Outline: In a plan, a policy of its own, <case>
    Given the planned resources:
      """yaml
      aws_kms_key.data:
        description: Data
      aws_kms_key_policy.data:
        key_id: !ref aws_kms_key.data.id
        policy: '{"Statement": [{"Effect": "Allow", "Principal": <principal>, "Action": "kms:Decrypt", "Resource": "*"}]}'
      """
    When the policy SPILE-KMS-002 is evaluated
    Then the verdict for aws_kms_key.data is <verdict>

    Examples:
      | case          | principal               | verdict |
      | one account   | {"AWS": "123456789012"} | pass    |
      | everybody     | "*"                     | fail    |
      | every account | {"AWS": "*"}            | fail    |

  Scenario: In a plan, nobody can tell
    Given the planned resources:
      """yaml
      aws_kms_key.data:
        policy: !unknown
      """
    When the policy SPILE-KMS-002 is evaluated
    Then the verdict for aws_kms_key.data is unknown
