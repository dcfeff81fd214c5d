"""A local stand-in for Slack: it serves the playground's page, and the tests."""

from bot.playground.connect import connect_app
from bot.playground.core import Credentials
from bot.playground.delivery import Delivery, Outcome
from bot.playground.manifest import AppManifest
from bot.playground.people import Submission
from bot.playground.recording import RecordedCall
from bot.playground.run import run_playground
from bot.playground.stand_in import SlackStandIn
from bot.playground.timing import Timing
from bot.playground.views import View
from bot.playground.workspace import Channel, Message, User

__all__ = [
    "AppManifest",
    "Channel",
    "Credentials",
    "Delivery",
    "Message",
    "Outcome",
    "RecordedCall",
    "SlackStandIn",
    "Submission",
    "Timing",
    "User",
    "View",
    "connect_app",
    "run_playground",
]
