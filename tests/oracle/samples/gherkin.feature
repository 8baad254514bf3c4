# language: en
# comment é
@tag1 @tag:2
Feature: Title of it
  As a user
  Background:
    Given a "quoted value" and <param>
  Rule: one
  Scenario Outline: Eat <n> of 12
    Given there are <start> cucumbers
    When I eat 'x' and:
      """json
      { "a": 1 }
      """
    Then I have:
      | name | \| escaped |
      | a    | 1.5        |
    And more
    But not less
    * star step
    Examples: set
      | start | n |
      | 12    | 5 |
# language: de
  Szenario: Müll
    Angenommen ich "unterminated
