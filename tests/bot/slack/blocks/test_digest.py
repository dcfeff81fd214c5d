"""The digest as messages: what stands where, what can be pressed, what Slack takes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.digest.content import DigestContent, content_of
from bot.digest.subscription import Subscription
from bot.playground.block_schema import message_blocks_problems
from bot.register.record import CertificateRecord
from bot.slack import ids
from bot.slack.blocks.digest import digest_messages, digest_text, obligation_in
from bot.slack.blocks.message import Message
from knowledge.library import Library
from tests.fakes.certificates import certificate, surveyed

TODAY = date(2026, 11, 24)
WISH = Subscription("C1", datetime(2026, 11, 1, tzinfo=UTC), "U1")
CHOICES = ["已完成", "改期提醒", "看条款"]


def issued(day: date, number: int = 1, name: str = "华信云", owner: str = "") -> CertificateRecord:
    """A certificate whose first surveillance is due a year after its issue."""
    return certificate(("issued", day), name=name, number=f"RLAC-{number}", id=number, owner=owner)


def content(
    library: Library, *records: CertificateRecord, sent_late_on: date | None = None
) -> DigestContent:
    register = [(record, surveyed(record, TODAY, library)) for record in records]
    return content_of(register, WISH, TODAY, lambda *_: False, sent_late_on)


def messages(told: DigestContent, library: Library) -> tuple[Message, ...]:
    found = digest_messages(told, library)
    for message in found:
        assert message_blocks_problems(list(message.blocks)) == []
        assert len(message.blocks) <= 45
    return found


def words_of(block: dict[str, Any]) -> str:
    """All that is written in a block, as it stands there."""
    if isinstance(block, list):
        return "".join(words_of(each) for each in block)
    if not isinstance(block, dict):
        return ""
    own = block["text"] if isinstance(block.get("text"), str) else ""
    own += f"@{block['user_id']}" if block.get("type") == "user" else ""
    return own + "".join(words_of(each) for each in block.values())


def read(*told: Message) -> list[str]:
    return [words_of(block) for message in told for block in message.blocks if words_of(block)]


def rows_of_choices(*told: Message) -> list[list[dict[str, Any]]]:
    blocks = (block for message in told for block in message.blocks)
    return [block["elements"] for block in blocks if block["type"] == "actions"]


def test_overdue_ones_come_first_and_the_others_below_their_days(library: Library) -> None:
    told = content(
        library,
        issued(date(2025, 12, 1), 1, "后到期"),
        issued(date(2025, 11, 25), 2, "先到期"),
        issued(date(2025, 10, 1), 3, "已逾期"),
    )

    (message,) = messages(told, library)

    assert [words for words in read(message) if "到期" in words or "逾期" in words] == [
        "逾期 1 项，今后 30 天到期 2 项。",
        "已逾期 1 项",
        "已逾期　逾期 54 天（2026-10-01 到期）　RLAC云服务CSSMS · RLAC-3"
        "初次认证后的第一次监督审核 · 条款 5.1.2",
        "2026-11-25 周三 到期（还剩 1 天）",
        "先到期　RLAC云服务CSSMS · RLAC-2初次认证后的第一次监督审核 · 条款 5.1.2",
        "2026-12-01 周二 到期（还剩 7 天）",
        "后到期　RLAC云服务CSSMS · RLAC-1初次认证后的第一次监督审核 · 条款 5.1.2",
    ]


def test_certificates_due_on_one_day_stand_below_one_heading(library: Library) -> None:
    day = date(2025, 12, 1)

    told = messages(content(library, issued(day, 1), issued(day, 2)), library)

    assert sum("2026-12-01 周二 到期" in words for words in read(*told)) == 1


def test_each_of_few_items_has_its_three_buttons(library: Library) -> None:
    records = [issued(date(2025, 12, number), number) for number in range(1, 6)]

    rows = rows_of_choices(*messages(content(library, *records), library))

    assert [[each["text"]["text"] for each in row] for row in rows] == [CHOICES] * 5
    assert [each["action_id"] for each in rows[0]] == [
        ids.OBLIGATION_DONE,
        ids.OBLIGATION_PUT_OFF,
        ids.OBLIGATION_CLAUSE,
    ]
    assert obligation_in(rows[1][0]["value"]) == (2, "first_surveillance:1")


def test_several_obligations_of_a_certificate_are_chosen_from_menus(library: Library) -> None:
    record = certificate(
        ("issued", date(2023, 12, 10)),
        ("surveillance_ended", date(2024, 12, 1)),
        ("surveillance_ended", date(2025, 11, 30)),
        ("surveillance_ended", date(2026, 11, 1)),
    )

    (row,) = rows_of_choices(*messages(content(library, record), library))

    assert [each["placeholder"]["text"] for each in row] == CHOICES
    labels = [each["text"]["text"] for each in row[0]["options"]]
    assert labels == ["证书到期", "再认证（换证）申请", "再认证完成"]
    assert [obligation_in(each["value"])[0] for each in row[0]["options"]] == [1, 1, 1]


@pytest.mark.parametrize("count", [9, 60, 200])
def test_long_digest_goes_on_in_the_thread_and_loses_nothing(count: int, library: Library) -> None:
    records = [
        issued(date(2025, 11, 1) + timedelta(days=number % 50), number, f"公司{number:03d}")
        for number in range(1, count + 1)
    ]

    told = messages(content(library, *records), library)

    chosen = [
        obligation_in(option["value"])[0]
        for row in rows_of_choices(*told)
        for option in row[0].get("options") or [row[0]]
    ]
    assert sorted(chosen) == list(range(1, count + 1))
    assert len(told) <= count // 8 + 1
    if len(told) > 1:
        assert "其余的在它的话题里" in read(told[0])[1]
        assert all("到期" in read(each)[0] or "逾期" in read(each)[0] for each in told[1:])


def test_clause_that_several_obligations_follow_from_is_offered_once(library: Library) -> None:
    records = [issued(date(2025, 12, 1), number) for number in range(1, 10)]

    rows = rows_of_choices(*messages(content(library, *records), library))

    assert len(rows[0][0]["options"]) == 9
    assert len(rows[0][2]["options"]) == 1


def test_owner_is_addressed_where_he_is_known_to_slack(library: Library) -> None:
    told = content(
        library,
        issued(date(2025, 12, 1), 1, owner="U0123ABCD"),
        issued(date(2025, 12, 2), 2, owner="<@U0123ABCD>王工"),
    )

    shown = read(*messages(told, library))

    assert any("负责人 @U0123ABCD" in words for words in shown)
    assert any("负责人 <@U0123ABCD>王工" in words for words in shown)


def test_name_with_markup_is_shown_letter_by_letter(library: Library) -> None:
    name = "甲*<!channel>*_乙_ & `丙`"
    (message,) = messages(content(library, issued(date(2025, 12, 1), 1, name)), library)

    assert any(words.startswith(name) for words in read(message))
    assert "mrkdwn" not in json.dumps(message.blocks)
    assert "<!channel>" not in message.text


def test_longest_names_fit_in_every_menu(library: Library) -> None:
    records = [issued(date(2025, 12, 1), number, "长" * 100) for number in range(1, 30)]

    assert messages(content(library, *records), library)


def test_nothing_due_is_one_line(library: Library) -> None:
    (message,) = messages(content(library), library)

    assert read(message) == [
        "证书期限提醒 · 2026-11-24 周二",
        "今后 30 天没有到期的期限，也没有逾期的。",
    ]


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (None, ""),
        (TODAY, "今天的提醒没能准时发出，现在补发。"),
        (TODAY + timedelta(days=2), "这是 2026-11-24 周二 的提醒，当时没能发出，现在补发"),
    ],
)
def test_late_digest_says_for_which_day_it_is(
    sent: date | None, says: str, library: Library
) -> None:
    told = content(library, sent_late_on=sent)

    assert ("补发" in str(messages(told, library)[0].blocks)) == bool(says)
    assert says in str(messages(told, library)[0].blocks)
    assert says in digest_text(told, library)
