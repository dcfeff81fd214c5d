"""Why something was not done, told to the person alone."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.register.errors import RegisterRefuses
from bot.slack import desk_phrases
from bot.slack.blocks.message import Message
from bot.slack.doing_obligations import DoneBefore
from bot.slack.mentioning import mention
from bot.slack.place import Place
from bot.slack.posting import tell_person, tell_person_message
from bot.slack.text import escape


def tell_refusal(client: WebClient, place: Place, refusal: RegisterRefuses) -> None:
    """The sentence of the refusal, with who was quicker where somebody was."""
    if isinstance(refusal, DoneBefore):
        who = desk_phrases.recorded_by(mention(refusal.author))
        tell_person_message(client, place, Message(f"{escape(str(refusal))}{who}"))
    else:
        tell_person(client, place, str(refusal))
