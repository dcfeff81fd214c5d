from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.understanding import QuestionReader
from bot.assistant.understanding.cues import bundled_cues
from bot.assistant.understanding.separating import Part, parts
from bot.assistant.understanding.topics import bundled_topics

TUESDAY = date(2026, 11, 24)


def read_parts(reader: QuestionReader, text: str) -> tuple[Part, ...]:
    return parts(reader.read(text, TUESDAY), bundled_cues(), bundled_topics())


def test_each_kind_of_audit_is_a_part_with_a_topic_of_its_own(reader: QuestionReader) -> None:
    found = read_parts(reader, "2026-3-1发的证，首次监督和再认证分别最晚哪天")
    assert [(part.asked.audit_types, part.asked.topics[0]) for part in found] == [
        (("surveillance",), "annual_check"),
        (("recertification",), "recertification_completion"),
    ]
    assert all("recert" not in topic for topic in found[0].asked.topics)


def test_first_and_second_of_a_kind_are_parts(reader: QuestionReader) -> None:
    first, second = read_parts(reader, "第一次和第二次监督分别最晚哪天")
    assert "first_surveillance" in first.asked.topics
    assert "second_surveillance" not in first.asked.topics
    assert "second_surveillance" in second.asked.topics


@pytest.mark.parametrize(
    "text",
    [
        "A证2026-3-1发的，B证2026-5-1发的，首次监督分别最晚哪天",
        "2026-3-1和2026-5-1发的两张证，首次监督最晚哪天",
        "两个证，一个2026年3月1日发，一个2026年5月1日发，首次监督最晚哪天",
    ],
)
def test_each_certificate_is_a_part_with_its_own_day(reader: QuestionReader, text: str) -> None:
    days = [date(2026, 3, 1), date(2026, 5, 1)]
    found = read_parts(reader, text)
    assert [part.day for part in found] == days
    assert [[fact.day for fact in part.asked.dates] for part in found] == [[day] for day in days]


def test_days_of_other_things_belong_to_every_part(reader: QuestionReader) -> None:
    text = "A证2026-3-1发的，B证2026-5-1发的，上次监督2026-8-1做的，分别最晚哪天监督"
    found = read_parts(reader, text)
    assert [len(part.asked.dates) for part in found] == [2, 2]


@pytest.mark.parametrize(
    "text",
    [
        "证2026-3-1发的，换发2026-5-1发的，首次监督最晚哪天",
        "2026-3-1发的证，监督分别最晚哪天",
        "2025-3-1发的，监1是2026-2-1做的，监2是2026-8-1做的，分别最晚哪天",
    ],
)
def test_question_about_one_thing_stays_whole(reader: QuestionReader, text: str) -> None:
    (part,) = read_parts(reader, text)
    assert part == Part(reader.read(text, TUESDAY))
