from __future__ import annotations

import json
from typing import Any

import pytest

from bot.slack.place import Place, place_of

IN_THREAD = Place("U1", "C1", "1.1")
PRIVATE = Place("U1", "C1", None, "https://hooks/1")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"event": {"user": "U1", "channel": "C1", "ts": "1.1"}}, IN_THREAD),
        ({"event": {"user": "U1", "channel": "C1", "ts": "1.2", "thread_ts": "1.1"}}, IN_THREAD),
        ({"event": {"user": "U1", "channel": "C1", "event_ts": "1.1"}}, IN_THREAD),
        (
            {"event": {"channel": "C1", "ts": "2.0", "message": {"user": "U1", "ts": "1.1"}}},
            IN_THREAD,
        ),
        (
            {
                "command": "/mandays",
                "user_id": "U1",
                "channel_id": "C1",
                "response_url": "https://hooks/1",
            },
            PRIVATE,
        ),
        (
            {
                "type": "block_actions",
                "user": {"id": "U1"},
                "channel": {"id": "C1"},
                "container": {"message_ts": "1.2", "channel_id": "C1"},
                "message": {"ts": "1.2", "thread_ts": "1.1"},
                "response_url": "https://hooks/1",
            },
            IN_THREAD,
        ),
        (
            {
                "type": "block_actions",
                "user": {"id": "U1"},
                "channel": {"id": "C1"},
                "container": {"message_ts": "1.2", "channel_id": "C1", "is_ephemeral": True},
                "response_url": "https://hooks/1",
            },
            PRIVATE,
        ),
        (
            {
                "type": "block_actions",
                "user": {"id": "U1"},
                "container": {"message_ts": "1.2", "channel_id": "C1"},
                "message": {"ts": "1.2", "subtype": "ephemeral"},
                "response_url": "https://hooks/1",
            },
            PRIVATE,
        ),
        (
            {
                "type": "message_action",
                "user": {"id": "U1"},
                "channel": {"id": "C1"},
                "message": {"ts": "1.1"},
                "response_url": "https://hooks/1",
            },
            IN_THREAD,
        ),
        (
            {
                "type": "block_actions",
                "user": {"id": "U1"},
                "container": {"type": "view"},
                "view": {"type": "home"},
            },
            Place("U1"),
        ),
        (
            {
                "type": "view_submission",
                "user": {"id": "U1"},
                "view": {"private_metadata": PRIVATE.to_metadata()},
            },
            PRIVATE,
        ),
        (
            {
                "type": "view_submission",
                "user": {"id": "U1"},
                "view": {"private_metadata": json.dumps([PRIVATE.to_metadata(), 3, "more"])},
            },
            PRIVATE,
        ),
        (
            {"type": "view_submission", "user": {"id": "U1"}, "view": {"private_metadata": ""}},
            Place("U1"),
        ),
    ],
    ids=[
        *("question", "question in a thread", "question without a time", "edited question"),
        *("command", "click", "click seen by one", "click on what one saw", "shortcut"),
        *("click in the home", "form of a command", "form about something", "form of nowhere"),
    ],
)
def test_answer_belongs_where_the_person_is(body: dict[str, Any], place: Place) -> None:
    assert place_of(body) == place


def test_form_is_answered_to_whoever_sends_it() -> None:
    assert Place.from_metadata(IN_THREAD.to_metadata(), "U2") == Place("U2", "C1", "1.1")
