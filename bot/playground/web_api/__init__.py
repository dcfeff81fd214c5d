"""Slack's Web API: one module for each family of methods."""

from bot.playground.web_api.endpoint import answer_call

__all__ = ["answer_call"]
