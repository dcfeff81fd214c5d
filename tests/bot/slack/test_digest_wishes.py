from __future__ import annotations

from datetime import time

import pytest

from bot.register.errors import RegisterRefuses
from bot.slack.digest_wishes import Wish, wish_in


def known(words: str) -> str:
    if words not in ("腾标", "网安联"):
        raise RegisterRefuses(words)
    return words


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("", time(9)),
        ("8:05", time(8, 5)),
        ("08：05", time(8, 5)),
        ("9点", time(9)),
        ("9点半", time(9, 30)),
        ("9点15分", time(9, 15)),
        ("上午9点", time(9)),
        ("下午3点", time(15)),
        ("下午12点", time(12)),
        ("0:00", time(0)),
    ],
)
def test_hour_is_read_as_people_write_it(words: str, at: time) -> None:
    assert wish_in(words, known).at == at


@pytest.mark.parametrize("words", ["60", "60天", "60 天", "提前60天", "提前 60 天"])
def test_days_are_read_as_people_write_them(words: str) -> None:
    assert wish_in(words, known).days_ahead == 60


def test_everything_stands_in_any_order() -> None:
    wish = wish_in("没有就不发、腾标，网安联 每天 U0LIGONG 7天 18:00 S0TECHNICAL", known)
    assert wish == Wish(time(18), 7, True, ("腾标", "网安联"), ("U0LIGONG", "S0TECHNICAL"), False)


def test_all_is_no_scope() -> None:
    assert wish_in("全部 工作日 没有也发", known) == Wish()


@pytest.mark.parametrize(
    "words", ["24:00", "9:60", "0天", "-1天", "367", "九州", "9:00 9:00", "7天 8天", "每天 工作日"]
)
def test_wrong_words_are_refused(words: str) -> None:
    with pytest.raises(RegisterRefuses):
        wish_in(words, known)
