"""Answers as Slack shows them: pure functions from what is said to blocks and messages."""
