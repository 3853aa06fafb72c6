Feature: Groups have members

  Background:
    Given the template:
      """yaml
      Resources:
        Readers:
          Type: AWS::IAM::Group
          Properties:
            GroupName: readers
        Alice:
          Type: AWS::IAM::User
          Properties:
            Groups: [!Ref Readers]
      """

  Scenario Outline: <case>
    Given `Alice.Properties.Groups` is set to `<value>`
    When the policy SPILE-IAM-032 is evaluated
    Then the verdict for Readers is <verdict>

    Examples:
      | case                       | value                   | verdict |
      | of this group              | [writers, !Ref Readers] | pass    |
      | of this group, by its name | [readers]               | pass    |
      | of another one             | [writers]               | fail    |
      | of none                    | []                      | fail    |

  Scenario: The finding says what is wrong, and where
    Given `Alice.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-032 is evaluated
    Then the finding for Readers is at line 2
    And the message for Readers is "no user of the template belongs to Readers"
    And the severity for Readers is info
    And Readers passes once `Alice.Type` is set to `AWS::IAM::User`

  Scenario: Nobody can tell
    Given `Alice.Properties.Groups` is unknown
    When the policy SPILE-IAM-032 is evaluated
    Then the verdict for Readers is unknown

  Scenario: A template without groups
    Given `Readers.Type` is set to `AWS::SNS::Topic`
    When the policy SPILE-IAM-032 is evaluated
    Then nothing was evaluated

  Scenario Outline: A resource of its own makes her a member of <group>
    Given `Alice.Properties.Groups` is removed
    And `Resources.Joining` is set to `{Type: AWS::IAM::UserToGroupAddition, Properties: {GroupName: <name>, Users: [!Ref Alice]}}`
    When the policy SPILE-IAM-032 is evaluated
    Then the verdict for Readers is <verdict>

    Examples:
      | group       | name         | verdict |
      | this group  | !Ref Readers | pass    |
      | another one | writers      | fail    |

  Scenario: A plan of Terraform that keeps to it
    Given the planned resources:
      """yaml
      aws_iam_group.g:
        name: g
      aws_iam_user_group_membership.m:
        user: u
        groups: [!ref aws_iam_group.g.name ]
      """
    When the policy SPILE-IAM-032 is evaluated
    Then the verdict for aws_iam_group.g is pass

  Scenario: A plan of Terraform that lists the members
    Given the planned resources:
      """yaml
      aws_iam_group.g:
        name: g
      aws_iam_group_membership.m:
        name: m
        group: !ref aws_iam_group.g.name
        users: [u]
      """
    When the policy SPILE-IAM-032 is evaluated
    Then the verdict for aws_iam_group.g is pass

  Scenario: A plan of Terraform that does not
    Given the planned resources:
      """yaml
      aws_iam_group.g:
        name: g
      """
    When the policy SPILE-IAM-032 is evaluated
    Then the verdict for aws_iam_group.g is fail
