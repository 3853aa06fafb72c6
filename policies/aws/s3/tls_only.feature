Feature: Bucket policies refuse requests without TLS

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
                  Principal: {AWS: arn:aws:iam::123456789012:role/app}
                  Action: s3:GetObject
                  Resource: "*"
                - Effect: Deny
                  Principal: {AWS: ["*"]}
                  Action: ["s3:*"]
                  Resource: "*"
                  Condition:
                    Bool: {"aws:SecureTransport": ["false"]}
      """

  Scenario: A statement that refuses them
    When the policy SPILE-S3-004 is evaluated
    Then the verdict for Guard is pass

  Scenario Outline: <case>
    Given `Guard.Properties.PolicyDocument.Statement[1].<key>` is set to `<value>`
    When the policy SPILE-S3-004 is evaluated
    Then the verdict for Guard is <verdict>

    Examples:
      | case                        | key       | value                                            | verdict |
      | it allows instead           | Effect    | Allow                                            | fail    |
      | for everybody, in one word  | Principal | "*"                                              | pass    |
      | for one account             | Principal | {AWS: "123456789012"}                            | fail    |
      | every action of everything  | Action    | "*"                                              | pass    |
      | in capitals                 | Action    | ["S3:*"]                                         | pass    |
      | reading alone               | Action    | [s3:GetObject]                                   | fail    |
      | the value is a boolean      | Condition | {Bool: {"aws:SecureTransport": false}}           | pass    |
      | the value begins with F     | Condition | {Bool: {"aws:SecureTransport": "False"}}         | pass    |
      | also where the key is not   | Condition | {BoolIfExists: {"AWS:SecureTransport": "false"}} | pass    |
      | everybody, and a role       | Principal | {AWS: ["*", arn:aws:iam::123456789012:role/app]} | pass    |
      | everything, and reading     | Action    | ["s3:*", s3:GetObject]                           | pass    |
      | without any condition       | Condition | {}                                               | fail    |
      | for some objects alone      | Condition | {Bool: {"aws:SecureTransport": "false", "aws:ViaAWSService": "false"}} | fail |
      | for some callers alone      | Condition | {Bool: {"aws:SecureTransport": "false"}, StringEquals: {"aws:SourceAccount": "1"}} | fail |
      | with TLS or without         | Condition | {Bool: {"aws:SecureTransport": ["true", "false"]}} | pass  |
      | with TLS                    | Condition | {Bool: {"aws:SecureTransport": "true"}}          | fail    |
      | another operator            | Condition | {StringEquals: {"aws:SecureTransport": "false"}} | fail    |
      | another key                 | Condition | {Bool: {"aws:ViaAWSService": "false"}}           | fail    |

  Scenario: The finding stands at the policy
    Given `Guard.Properties.PolicyDocument.Statement` is set to `[]`
    When the policy SPILE-S3-004 is evaluated
    Then the verdict for Guard is fail
    And the message for Guard is "Guard does not refuse requests that come without TLS"
    And the severity for Guard is medium

  Scenario Outline: Nobody can tell: <key>
    Given `Guard.Properties.PolicyDocument.Statement[1].<key>` is unknown
    When the policy SPILE-S3-004 is evaluated
    Then the verdict for Guard is unknown

    Examples:
      | key                                     |
      | Effect                                  |
      | Principal.AWS                           |
      | Principal.AWS[0]                        |
      | Action                                  |
      | Action[0]                               |
      | Condition                               |
      | Condition.Bool                          |
      | Condition.Bool."aws:SecureTransport"    |
      | Condition.Bool."aws:SecureTransport"[0] |

  Scenario: A template without bucket policies
    Given `Guard.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-S3-004 is evaluated
    Then nothing was evaluated

  Scenario: Terraform refuses requests without TLS
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_policy.logs:
        bucket: !ref aws_s3_bucket.logs.id
        policy: !json {Statement: [{Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*", Condition: {Bool: {"aws:SecureTransport": "false"}}}]}
      """
    When the policy SPILE-S3-004 is evaluated
    Then the verdict for aws_s3_bucket_policy.logs is pass

  Scenario: Terraform does not refuse them
    Given the planned resources:
      """yaml
      aws_s3_bucket.logs:
        bucket: logs
      aws_s3_bucket_policy.logs:
        bucket: !ref aws_s3_bucket.logs.id
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "s3:GetObject", Resource: "*"}]}
      """
    When the policy SPILE-S3-004 is evaluated
    Then the verdict for aws_s3_bucket_policy.logs is fail
