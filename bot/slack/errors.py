"""What can keep the Slack app from starting, each a sentence that says what to do."""

from __future__ import annotations

from bot.slack import phrases
from knowledge.errors import ClauseBotError


class SlackNotConfigured(ClauseBotError):
    """No way to Slack is set."""

    def __init__(self) -> None:
        super().__init__(phrases.SLACK_NOT_CONFIGURED)


class SlackUnreachable(ClauseBotError):
    """Slack refused the token or did not answer; ``reason`` is Slack's own word for it."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(phrases.slack_unreachable(address, reason))


class StaleButton(ClauseBotError):
    """A button whose value this version cannot read."""

    def __init__(self) -> None:
        super().__init__(phrases.STALE_BUTTON)
