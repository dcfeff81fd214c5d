from __future__ import annotations

import pytest

from knowledge.verbatim import compact, find_words, join_lines, skip_words


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("信息安全管", "理体系"), "信息安全管理体系"),
        (("按照 ISO/IEC", "20000-1 管理"), "按照 ISO/IEC 20000-1 管理"),
        (("实用规则 ISO", "的要求"), "实用规则 ISO的要求"),
        (("  两端的空白  ", "", "不算"), "两端的空白不算"),
    ],
)
def test_hard_wrapped_lines_are_joined_as_one_would_read_them(
    lines: tuple[str, ...], joined: str
) -> None:
    assert join_lines(lines) == joined


def test_compact_has_no_white_space_of_any_width() -> None:
    assert compact(" 名\u3000称：\n\t中心 ") == "名称：中心"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("不得超过 6个 月。", "超过6个月", "超过 6个 月"),
        ("不得超过6个月。", "超过 6 个月", "超过6个月"),
        ("不得超过6个月。", "超过7个月", None),
        ("不得超过6个月。", " ", None),
    ],
)
def test_words_are_found_with_white_space_ignored(text: str, words: str, found: str | None) -> None:
    place = find_words(text, words)
    assert (text[slice(*place)] if place else None) == found


def test_skipping_words_leaves_the_printed_number() -> None:
    printed = "- 1) 取得合法\n主体资格"
    assert printed[: skip_words(printed, "取得合法主体资格")] == "- 1) "
