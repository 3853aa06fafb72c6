@a @b#c #d
Feature: f
  text

  Background: b
    Given one
      | a | b\|c |
      | \n | \\ |

  @e
  Scenario Outline: <x>
    When <x>
      """yaml
      a: <x>
      \"\"\"
      """
    And both
      | t |
      ```
      d
      ```

    @f
    Examples: one
      | x | y |
      | <y> | 2 |

  # note
  Rule: r
    Background:
      * star
    Example: e
      But last
