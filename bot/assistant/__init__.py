"""Understand a question, route it, compose the answer; knows nothing of Slack."""
