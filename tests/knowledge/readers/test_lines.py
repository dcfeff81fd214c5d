from __future__ import annotations

import pytest

from knowledge.readers.lines import Wrapping, columns, is_heading, lines_of


def test_lines_know_their_places_and_the_blank_line_before_them() -> None:
    text = "第一行\n\n  第二行 \n第三行"
    lines = lines_of(text)
    assert [text[line.start : line.end] for line in lines] == ["第一行", "第二行", "第三行"]
    assert [line.after_blank for line in lines] == [False, True, False]


def test_form_feeds_count_the_pages() -> None:
    assert [line.page for line in lines_of("一\n\f二\n三\n\f四")] == [0, 1, 1, 2]


def test_chinese_characters_are_two_columns_wide() -> None:
    assert columns("审核 ISO") == 8


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("认证证书撤销", True),
        ("监督审核应包括以下内容：", True),
        ("认证证书暂停期不得超过 6个月。", False),
        ("取得行政许可；", False),
        ("对" * 33, False),
        ("", False),
    ],
)
def test_heading_is_short_and_no_sentence(words: str, heading: bool) -> None:
    assert is_heading(words) is heading


def test_sentence_without_an_end_goes_on_in_the_next_line() -> None:
    lines = lines_of(
        "监督审核应抽取不少于百分之三十的场所进行审核，选取的场所通常不同\n\n于第一次。"
    )
    assert Wrapping(lines).goes_on(*lines)


def test_sentence_with_an_end_does_not_go_on() -> None:
    lines = lines_of("监督审核应抽取不少于百分之三十的场所进行审核。\n第二次监督审核另选。")
    assert not Wrapping(lines).goes_on(*lines)


def test_full_line_that_ends_a_sentence_goes_on_where_the_next_has_no_indent() -> None:
    page = "对审核中发现的不符合项机构应要求申请组织分析原因并提出纠正措施对审核中发现。"
    lines = lines_of(f"{page}\n{page}\n{page[4:]}")
    wrapping = Wrapping(lines)
    assert wrapping.goes_on(lines[0], lines[1])
    assert not wrapping.goes_on(lines[1], lines[2])


def test_line_at_the_margin_goes_on_where_paragraphs_have_indents() -> None:
    page = "对审核中发现的不符合项机构应要求申请组织分析原因并提出纠正措施对审核中发现。"
    text = f"　　{page[2:]}\n每年一次。\n　　{page[2:]}\n　　每年一次。"
    lines = lines_of(text)
    wrapping = Wrapping(lines)
    assert wrapping.goes_on(lines[0], lines[1])
    assert not wrapping.goes_on(lines[2], lines[3])


def test_nothing_goes_on_where_each_line_is_a_paragraph() -> None:
    lines = lines_of("监督审核应抽取不少于百分之三十的场所进行审核，选取的场所通常不同\n于第一次。")
    assert not Wrapping(lines, wrapped=False).goes_on(*lines)


def test_width_of_the_white_space_before_a_line_is_its_indent() -> None:
    assert [line.indent for line in lines_of("一\n  二\n　　三")] == [0, 2, 4]
