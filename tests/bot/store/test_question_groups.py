from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.assistant.answer import AnswerKind
from bot.slack.asked import Asked
from bot.store.journal_entries import Entry, Judgement
from bot.store.question_groups import grouped
from bot.store.question_report import report
from knowledge.clause import ClauseRef

SHANGHAI = ZoneInfo("Asia/Shanghai")


def entry(words: str, user: str = "U1", **more: object) -> Entry:
    asked_at = datetime(2026, 11, 3, 20, 0, tzinfo=UTC)
    facts: dict[str, object] = {"kind": AnswerKind.NO_ANSWER, "cited": (), "index_version": ""}
    return Entry(Asked(words), asked_at, user, "C1", **(facts | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("停证最长能停多久", "停证最多停多久？"),
        ("食堂几点开门", "食堂 几点开门"),
        ("12人几天", "345678人几天"),
        ("嗯", "嗯"),
    ],
)
def test_questions_that_say_nearly_the_same_are_one_group(one: str, other: str) -> None:
    assert len(grouped([entry(one), entry(other)])) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("停证最长能停多久", "换证要提前多久"), ("食堂几点开门", "班车几点开")]
)
def test_questions_about_different_things_are_apart(one: str, other: str) -> None:
    assert len(grouped([entry(one), entry(other)])) == 2


def test_what_was_asked_most_comes_first_in_its_commonest_words() -> None:
    asked = ["班车几点开", "食堂几点开门呢", "食堂几点开门", "食堂几点开门"]
    groups = grouped([entry(words, f"U{place}") for place, words in enumerate(asked)])
    assert [(group.words, len(group.entries), group.people) for group in groups] == [
        ("食堂几点开门", 3, 3),
        ("班车几点开", 1, 1),
    ]
    assert groups[0].other_words == ("食堂几点开门呢",)


def test_report_says_how_often_when_where_it_led_and_what_was_wrong() -> None:
    complaint = Judgement("U1", False, "missing", "少了附录")
    ref = ClauseRef("TB-GZ-036", "5.4.4 2)")
    first = entry("食堂几点\n开门", cited=(ref,), judgements=(complaint,))
    groups = grouped([first, entry("食堂几点开", "U2")])
    assert list(report(groups, SHANGHAI)) == [
        "共问了 2 次，归为 1 个问题。",
        "2 次（2 人，最近 2026-11-04）　食堂几点 开门",
        "    也这样问：食堂几点开",
        "    当时引的条款：TB-GZ-036 5.4.4 2)",
        "    👎 少引了条款：少了附录",
    ]


def test_report_on_nothing_says_so() -> None:
    assert list(report((), SHANGHAI)) == ["没有这样的提问。"]
