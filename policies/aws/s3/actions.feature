Feature: Bucket policies name the actions that they allow

  Background:
    Given the template:
      """yaml
      Resources:
        Guard:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: photos
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:role/reader}
                  Action: [s3:GetObject]
                  Resource: "*"
                - Effect: Allow
                  Principal: {AWS: arn:aws:iam::123456789012:role/app}
                  Action: [s3:GetObject]
                  Resource: "*"
      """

  Scenario Outline: <case>
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `<value>`
    When the policy SPILE-S3-009 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                  | value                  | verdict |
      | one action            | s3:GetObject           | pass    |
      | a part of the service | [s3:Get*]              | pass    |
      | the whole service     | [s3:GetObject, "s3:*"] | fail    |
      | everything            | "*"                    | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"s3:*"`
    When the policy SPILE-S3-009 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].Action`
    And the message for Guard is "Guard allows every action that s3:* stands for"
    And the severity for Guard is high
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `s3:GetObject`

  Scenario Outline: Nobody can tell: <place>
    Given `<place>` is unknown
    When the policy SPILE-S3-009 is evaluated
    Then the verdict for Guard is unknown

    Examples:
      | place                                                  |
      | Guard.Properties.PolicyDocument.Statement[1].Action[0] |
      | Guard.Properties.PolicyDocument.Statement[1].Action    |

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"s3:*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-S3-009 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-009 is evaluated
    Then nothing was evaluated

  Scenario: To refuse everything is fine
    Given `Guard.Properties.PolicyDocument.Statement[1].Action` is set to `"*"`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-S3-009 is evaluated
    Then the verdict for Guard is pass

  Scenario: Terraform allows every action
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_policy.logs:
        bucket: !ref aws_s3_bucket.logs.id
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "s3:*", Resource: "*"}]}
      """
    When the policy SPILE-S3-009 is evaluated
    Then the verdict for aws_s3_bucket_policy.logs is fail

  Scenario: Terraform allows one action
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_policy.logs:
        bucket: !ref aws_s3_bucket.logs.id
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "s3:GetObject", Resource: "*"}]}
      """
    When the policy SPILE-S3-009 is evaluated
    Then the verdict for aws_s3_bucket_policy.logs is pass
