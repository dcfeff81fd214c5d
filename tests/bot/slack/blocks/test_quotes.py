from __future__ import annotations

from typing import Any

from bot.assistant.answer import Citation
from bot.playground.block_schema import message_blocks_problems
from bot.slack.blocks.quotes import citation_groups
from knowledge.library import Library


def blocks_of(citation: Citation) -> list[dict[str, Any]]:
    return [block for group in citation_groups(citation) for block in group]


def quoted_words(blocks: list[dict[str, Any]]) -> str:
    return "".join(
        part["text"]
        for block in blocks
        if block["type"] == "rich_text"
        for element in block["elements"]
        if element["type"] == "rich_text_quote"
        for part in element["elements"]
    )


def test_quote_stands_behind_a_bar_with_its_source_below(citation: Citation) -> None:
    blocks = blocks_of(citation)
    assert quoted_words(blocks) == citation.quote.text
    assert blocks[-1]["type"] == "context"
    assert blocks[-1]["elements"][0]["text"] == citation.source


def test_number_and_headings_stand_above_the_quote(citation: Citation) -> None:
    first = blocks_of(citation)[0]["elements"][0]
    assert first["type"] == "rich_text_section"
    assert [part["text"] for part in first["elements"]] == ["5.4.4 2)", "　5.4.4 审核时间"]


def test_long_quote_goes_on_without_losing_a_character(library: Library) -> None:
    longest = max(
        (library.quote_whole(clause.ref) for clause in library.clauses("TB-GZ-036")),
        key=lambda quote: len(quote.text),
    )
    blocks = blocks_of(Citation(longest, (), "来源"))
    assert len(blocks) > 2
    assert quoted_words(blocks) == longest.text
    assert [block["type"] for block in blocks].count("context") == 1
    assert message_blocks_problems(blocks) == []


def test_piece_that_goes_on_says_so_instead_of_its_headings(library: Library) -> None:
    long = max(
        (library.quote_whole(clause.ref) for clause in library.clauses("TB-GZ-036")),
        key=lambda quote: len(quote.text),
    )
    first, second, *_ = blocks_of(Citation(long, ("标题",), "来源"))
    assert first["elements"][0]["elements"][-1]["text"] == "　标题"
    assert second["elements"][0]["elements"][0]["text"] == "（接上）"


def test_only_the_nearest_headings_are_shown(citation: Citation) -> None:
    deep = Citation(citation.quote, ("5. 程序", "5.4. 策划", "5.4.4. 审核时间："), "来源")
    lead = blocks_of(deep)[0]["elements"][0]["elements"]
    assert lead[1]["text"] == "　5.4. 策划 › 5.4.4. 审核时间"


def test_heading_of_a_table_in_two_columns_is_said_once(citation: Citation) -> None:
    twice = Citation(citation.quote, ("有效人数 审核时间 有效人数 审核时间",), "来源")
    lead = blocks_of(twice)[0]["elements"][0]["elements"]
    assert lead[1]["text"] == "　有效人数 审核时间"


def test_name_of_the_scheme_stands_before_the_number(citation: Citation) -> None:
    ((lead, _),) = citation_groups(citation, "腾标")
    assert lead["elements"][0]["elements"][0]["text"] == "腾标 5.4.4 2)"
