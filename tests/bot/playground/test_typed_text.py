"""Typed words become Slack's text: mentions resolved, control characters escaped."""

from __future__ import annotations

import pytest

from bot.playground.typed_text import rich_text, stored_text
from bot.playground.workspace import example_workspace


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("@ClauseBot 你好", "<@U0CLAUSEBOT> 你好"),
        ("请@李工看看", "请<@U0LIGONG>看看"),
        ("<@U0CLAUSEBOT> 你好", "<@U0CLAUSEBOT> 你好"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<!channel>", "<!channel>"),
        ("<b>粗</b>", "<b>粗</b>".replace("<", "&lt;").replace(">", "&gt;")),
        ("@没这个人", "@没这个人"),
    ],
)
def test_typed_text_is_stored_as_slack_does(typed: str, stored: str) -> None:
    assert stored_text(example_workspace(), typed) == stored


def test_rich_text_holds_the_words_unescaped() -> None:
    (block,) = rich_text("<@U0LIGONG> 1 &lt; 2")
    (section,) = block["elements"]
    assert section["elements"] == [
        {"type": "user", "user_id": "U0LIGONG"},
        {"type": "text", "text": " 1 < 2"},
    ]


def test_no_words_make_no_block() -> None:
    assert rich_text("") == ()
