from __future__ import annotations

from bot.assistant.answer import Option
from bot.slack.filled_facts import filled_facts


def test_filled_facts_come_with_their_words_and_empty_ones_not_at_all() -> None:
    chosen = {"text": {"type": "plain_text", "text": "网安联"}, "value": "WAL-QP-21"}
    body = {
        "state": {
            "values": {
                "facts:scheme": {"fill_fact:scheme": {"selected_option": chosen}},
                "facts:issue_date": {"fill_fact:issue_date": {"selected_date": "2026-03-08"}},
                "facts:headcount": {"fill_fact:headcount": {"value": "150"}},
                "facts:expiry_date": {"fill_fact:expiry_date": {"selected_date": None}},
            }
        }
    }
    assert filled_facts(body) == (
        Option("scheme", "WAL-QP-21", "网安联"),
        Option("issue_date", "2026-03-08", "证书2026-03-08签发"),
        Option("headcount", "150", "有效人数150人"),
    )


def test_message_without_inputs_has_no_facts() -> None:
    assert filled_facts({"type": "block_actions"}) == ()
