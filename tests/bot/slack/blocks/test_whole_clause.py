from __future__ import annotations

from typing import Any

import pytest

from bot.playground.view_schema import parse_view
from bot.slack.blocks.whole_clause import whole_clause_view
from knowledge.clause import ClauseRef
from knowledge.errors import UnknownClause
from knowledge.library import Library


def quotes(view: dict[str, Any]) -> list[str]:
    return [
        part["text"]
        for block in view["blocks"]
        if block["type"] == "rich_text"
        for element in block["elements"]
        if element["type"] == "rich_text_quote"
        for part in element["elements"]
    ]


def test_clause_stands_between_its_neighbours(library: Library) -> None:
    view = whole_clause_view(ClauseRef("TB-GZ-036", "5.4.4 2)"), library)
    shown = [library.quote_whole(ClauseRef("TB-GZ-036", f"5.4.4 {n})")).text for n in (1, 2, 3)]
    assert "".join(quotes(view)) == "".join(shown)


def test_headings_above_the_clause_stand_in_one_line(library: Library) -> None:
    _, above, *_ = whole_clause_view(ClauseRef("TB-GZ-036", "5.4.4 2)"), library)["blocks"]
    assert above["elements"][0]["elements"][0]["text"] == (
        "5. 初次认证程序 › 5.4. 审核方案和审核策划 › 5.4.4. 审核时间"
    )


def test_first_clause_has_no_neighbour_before_it(library: Library) -> None:
    view = whole_clause_view(ClauseRef("TB-GZ-036", "5.4.4 1)"), library)
    assert "上一条" not in str(view)
    assert "下一条" in str(view)


@pytest.mark.parametrize("document", ["TB-GZ-036", "RLAC-CSSMS", "CNITSEC-CLOUD-1", "WAL-QP-21"])
def test_every_clause_is_a_modal_that_slack_takes(library: Library, document: str) -> None:
    for clause in library.clauses(document):
        parse_view(whole_clause_view(clause.ref, library), "modal")


def test_clause_that_is_gone_is_refused(library: Library) -> None:
    with pytest.raises(UnknownClause):
        whole_clause_view(ClauseRef("TB-GZ-036", "99.9"), library)
