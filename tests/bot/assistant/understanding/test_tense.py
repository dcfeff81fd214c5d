from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.understanding.dates import find_dates
from bot.assistant.understanding.tense import Tense, tense_around


@pytest.mark.parametrize(
    ("before", "after", "tense"),
    [
        ("证书", "签的", Tense.DONE),
        ("腾标", "已经停了", Tense.DONE),
        ("", "查实", Tense.DONE),
        ("证书", "签的要换", Tense.DONE),
        ("证书", "到期没换", Tense.DONE),
        ("证书", "到期", Tense.TO_COME),
        ("客户", "要开审", Tense.TO_COME),
        ("打算", "做监督", Tense.TO_COME),
        ("准备在", "审", Tense.TO_COME),
        ("上次监督是", "，下次呢", Tense.LAST_TIME),
        ("最近一次监督", "", Tense.LAST_TIME),
        ("客户", "", Tense.OPEN),
        ("监督", "，下次呢", Tense.OPEN),
        ("证书", "到期，没换", Tense.DONE),
    ],
)
def test_words_around_a_date_tell_its_tense(before: str, after: str, tense: Tense) -> None:
    text = f"{before}3月5号{after}"
    assert tense_around(text, len(before), len(before) + len("3月5号")) is tense


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-11-24", "9月5号签的", "2026-09-05"),
        ("2026-02-10", "9月5号签的", "2025-09-05"),
        ("2026-02-10", "9月5号到期", "2026-09-05"),
        ("2026-11-24", "9月5号到期", "2027-09-05"),
        ("2026-11-24", "9月5号到期没换", "2026-09-05"),
        ("2026-11-24", "9月5号", "2026-09-05"),
        ("2026-11-24", "打算9月5号做", "2027-09-05"),
        ("2026-11-24", "12月5号做的决定", "2026-12-05"),
        ("2026-11-24", "上次监督12月5号", "2025-12-05"),
        ("2026-11-24", "2月底到期", "2027-02-28"),
        ("2026-02-10", "2月底到期", "2026-02-28"),
        ("2026-02-28", "2月底到期", "2026-02-28"),
        ("2026-02-10", "年底签的", "2025-12-31"),
    ],
)
def test_date_without_year_lies_where_its_tense_puts_it(today: str, text: str, day: str) -> None:
    (found,) = find_dates(text, date.fromisoformat(today))
    assert str(found.day) == day
