Feature: Bucket policies say which actions they allow

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
    Given `<place>` is set to `<value>`
    When the policy SPILE-S3-010 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                   | place                                                  | value          | verdict |
      | one that is left out   | Guard.Properties.PolicyDocument.Statement[1].NotAction | s3:GetObject   | fail    |
      | a list of them         | Guard.Properties.PolicyDocument.Statement[1].NotAction | [s3:GetObject] | fail    |
      | none                   | Guard.Properties.PolicyDocument.Statement[1].NotAction | []             | pass    |
      | those that are allowed | Guard.Properties.PolicyDocument.Statement[1].Action    | s3:GetObject   | pass    |

  Scenario: The finding says what is wrong, and where
    Given `Guard.Properties.PolicyDocument.Statement[1].NotAction` is set to `[s3:GetObject]`
    When the policy SPILE-S3-010 is evaluated
    Then the finding for Guard is at `Guard.Properties.PolicyDocument.Statement[1].NotAction`
    And the message for Guard is "Guard allows every action but those that it names"
    And the severity for Guard is medium
    And Guard passes once `Guard.Properties.PolicyDocument.Statement[1].NotAction` is removed

  Scenario: Nobody can tell
    Given `Guard.Properties.PolicyDocument.Statement[1].NotAction` is unknown
    When the policy SPILE-S3-010 is evaluated
    Then the verdict for Guard is unknown

  Scenario: Nobody knows whether it allows or refuses
    Given `Guard.Properties.PolicyDocument.Statement[1].NotAction` is set to `[s3:GetObject]`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is unknown
    When the policy SPILE-S3-010 is evaluated
    Then the verdict for Guard is unknown

  Scenario: A template without such policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-010 is evaluated
    Then nothing was evaluated

  Scenario: Beside Deny it is the usual way to say it
    Given `Guard.Properties.PolicyDocument.Statement[1].NotAction` is set to `s3:GetObject`
    And `Guard.Properties.PolicyDocument.Statement[1].Effect` is set to `Deny`
    When the policy SPILE-S3-010 is evaluated
    Then the verdict for Guard is pass

  Scenario: Terraform allows all but one action
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_policy.logs:
        bucket: !ref aws_s3_bucket.logs.id
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, NotAction: "s3:PutObject", Resource: "*"}]}
      """
    When the policy SPILE-S3-010 is evaluated
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
    When the policy SPILE-S3-010 is evaluated
    Then the verdict for aws_s3_bucket_policy.logs is pass
