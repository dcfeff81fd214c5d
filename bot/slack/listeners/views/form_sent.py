"""Somebody sent a form that asks something."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack.answering import answer_question
from bot.slack.place import Body, place_of
from bot.slack.services import Services


def answer_form(view: Body, body: Body, client: WebClient, services: Services) -> None:
    """Answers the question that the form stands for, where the form was opened."""
    form = services.forms.by_callback_id[view["callback_id"]]
    asked = form.asked(form.values_in(view))
    answer_question(asked, place_of(body), client, services)
