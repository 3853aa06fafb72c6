Feature: f
Scenario Outline: s
Given <a><b><c>
Examples:
| a | b | c |
| <b><b> | <c><c> | <a><a> |
@x
@y

#z
