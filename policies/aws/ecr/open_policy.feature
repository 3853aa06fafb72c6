Feature: Repositories are not open to everybody

  Background:
    Given the template:
      """yaml
      Resources:
        Images:
          Type: AWS::ECR::Repository
          Properties:
            ImageTagMutability: IMMUTABLE
            ImageScanningConfiguration:
              ScanOnPush: true
            EncryptionConfiguration:
              EncryptionType: KMS
            RepositoryPolicyText:
              Statement:
                - Effect: Allow
                  Principal: {AWS: "123456789012"}
                  Action: ecr:BatchGetImage
      """

  Scenario Outline: <case>
    Given `Images.Properties.RepositoryPolicyText.Statement[0].Principal` is set to `<value>`
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for Images is <verdict>

    Examples:
      | case                    | value                        | verdict |
      | an account              | {AWS: "123456789012"}        | pass    |
      | everybody               | "*"                          | fail    |
      | everybody, as accounts  | {AWS: "*"}                   | fail    |
      | everybody, among others | {AWS: ["123456789012", "*"]} | fail    |

  Scenario: Everybody in the organisation
    Given `Images.Properties.RepositoryPolicyText.Statement[0].Principal` is set to `"*"`
    And `Images.Properties.RepositoryPolicyText.Statement[0].Condition` is set to `{StringEquals: {"aws:PrincipalOrgID": o-1234567890}}`
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for Images is pass

  Scenario: Nobody may
    Given `Images.Properties.RepositoryPolicyText.Statement[0].Principal` is set to `"*"`
    And `Images.Properties.RepositoryPolicyText.Statement[0].Effect` is set to `Deny`
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for Images is pass

  Scenario: A policy as text
    Given `Images.Properties.RepositoryPolicyText` is set to `'{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "ecr:*"}]}'`
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for Images is fail

  Scenario: Without a policy
    Given `Images.Properties.RepositoryPolicyText` is removed
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for Images is pass

  Scenario: The finding says what is wrong, and where
    Given `Images.Properties.RepositoryPolicyText.Statement[0].Principal` is set to `{AWS: "*"}`
    When the policy SPILE-ECR-003 is evaluated
    Then the finding for Images is at `Images.Properties.RepositoryPolicyText.Statement[0].Principal.AWS`
    And the message for Images is "Images is open to everybody, whichever account they belong to"
    And the severity for Images is critical
    And Images passes once `Images.Properties.RepositoryPolicyText.Statement[0].Principal` is set to `{AWS: "123456789012"}`

  Scenario: Nobody can tell
    Given `Images.Properties.RepositoryPolicyText.Statement[0].Principal.AWS` is unknown
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for Images is unknown

  Scenario: It may be refused
    Given `Images.Properties.RepositoryPolicyText.Statement[0].Principal` is set to `"*"`
    And `Images.Properties.RepositoryPolicyText.Statement[0].Effect` is unknown
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for Images is unknown

  Scenario: Nothing is known of the policy
    Given `Images.Properties.RepositoryPolicyText` is unknown
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for Images is unknown

  Scenario: A template without repositories
    Given `Images.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-ECR-003 is evaluated
    Then nothing was evaluated

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
      aws_ecr_repository_policy.shop:
        repository: !ref aws_ecr_repository.shop.name
        policy: !json {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "ecr:BatchGetImage"}]}
      """
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for aws_ecr_repository.shop is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_ecr_repository.shop:
        name: shop
      aws_ecr_repository_policy.shop:
        repository: !ref aws_ecr_repository.shop.name
        policy: !json {Statement: [{Effect: Allow, Principal: "*", Action: "ecr:BatchGetImage"}]}
      """
    When the policy SPILE-ECR-003 is evaluated
    Then the verdict for aws_ecr_repository.shop is fail
