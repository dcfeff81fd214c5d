from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.slack.blocks.rulings import ruling_groups
from bot.slack.rulings import Ruling, text_hash
from knowledge.clause import ClauseRef
from knowledge.library import Library

ROUNDING = ClauseRef("TB-GZ-036", "5.4.4 2)")


@pytest.fixture
def ruling(library: Library) -> Ruling:
    hashed = text_hash(ROUNDING, library)
    return Ruling(ROUNDING, hashed, "按半天。", "修约" * 50, "U1", "张总", date(2026, 11, 24))


def texts(rulings: list[Ruling], library: Library) -> list[str]:
    return [
        "".join(part["text"] for part in block["elements"][0]["elements"])
        for group in ruling_groups(rulings, library)
        for block in group
    ]


def test_ruling_says_who_decided_what_when_and_on_which_question(
    ruling: Ruling, library: Library
) -> None:
    (text,) = texts([ruling], library)
    question = "修约" * 29 + "修…"
    assert text == f"技术部核定 5.4.4 2)（张总，2026-11-24，就“{question}”）：按半天。"


def test_void_ruling_says_why_and_not_what(ruling: Ruling, library: Library) -> None:
    (text,) = texts([replace(ruling, text_hash="old")], library)
    assert text.endswith(
        "张总 2026-11-24 对 5.4.4 2) 的核定已失效：这一条的文字后来改了。请技术部重新核定。"
    )
    assert "按半天" not in text


def test_no_more_rulings_are_shown_than_a_person_reads(ruling: Ruling, library: Library) -> None:
    assert len(texts([ruling] * 9, library)) == 5
