"""The daily digests of a running app: composed from the register, posted to Slack."""

from __future__ import annotations

from bot.digest.running import Digests
from bot.digest.sending import Sender
from bot.settings import Settings
from bot.slack.desk import Desk
from bot.slack.digest_board import SlackBoard, digest_client
from bot.slack.digest_composing import DigestComposing
from knowledge.library import Library


def digests(settings: Settings, desk: Desk, library: Library) -> Digests:
    """All that one round of digests needs."""
    board = SlackBoard(digest_client(settings))
    compose = DigestComposing(desk, library)
    sender = Sender(desk.ledger, board, compose, desk.now, desk.process)
    return Digests(
        desk.subscriptions, desk.ledger, sender, desk.now, desk.zone, desk.calendar.is_working_day
    )
