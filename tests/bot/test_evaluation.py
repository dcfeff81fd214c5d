"""How answers are scored, with an assistant whose search finds what a test says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.assistant.assistant import Assistant
from bot.composition import assistant_over
from bot.evaluation import Measure, Report, Score, measures, read_questions
from knowledge.clause import ClauseRef
from knowledge.errors import UnreadableDocument
from knowledge.library import Library
from tests.fakes.listed_search import DOUBTFUL, ListedSearch

TODAY = date(2026, 11, 24)
LIBRARY = Library.load()
TB = "TB-GZ-036"
INTERVAL = ClauseRef(TB, "6.1.1 2)")
OTHER = ClauseRef(TB, "9.1.1")
LOOKUP = {"kind": "lookup", "q": "腾标年审怎么安排", "docs": [TB]}


def assistant(*found: ClauseRef, sure: bool = True) -> Assistant:
    search = ListedSearch(found) if sure else ListedSearch(found, DOUBTFUL)
    return assistant_over(LIBRARY, search)


def words_of(ref: ClauseRef) -> str:
    return "".join(LIBRARY.quote(ref).text.split())


def scores(tmp_path: Path, asking: Assistant, *cases: dict[str, Any]) -> list[Score]:
    file = tmp_path / "cases.jsonl"
    lines = [{"id": str(n), "today": str(TODAY)} | case for n, case in enumerate(cases)]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return Report.of(asking, read_questions(file)).scores


def test_a_lookup_is_right_where_the_clause_comes_first(tmp_path: Path) -> None:
    case = LOOKUP | {"any_of": [words_of(INTERVAL)]}
    found = [
        *scores(tmp_path, assistant(INTERVAL, OTHER), case),
        *scores(tmp_path, assistant(OTHER, INTERVAL), case),
        *scores(tmp_path, assistant(OTHER), case),
    ]
    assert [each.rank for each in found] == [1, 2, None]
    assert measures(found) == {
        Measure.FIRST: pytest.approx(1 / 3),
        Measure.AMONG_THREE: pytest.approx(2 / 3),
        Measure.MEAN_RECIPROCAL_RANK: pytest.approx(0.5),
        Measure.ABSTAINED_WRONGLY: 0,
    }


def test_a_clause_of_another_document_is_not_right(tmp_path: Path) -> None:
    case = LOOKUP | {"docs": ["RLAC-CSSMS"], "any_of": [words_of(INTERVAL)]}
    assert [each.rank for each in scores(tmp_path, assistant(INTERVAL), case)] == [None]


def test_both_sides_must_be_quoted(tmp_path: Path) -> None:
    case = LOOKUP | {"kind": "conflict", "all_of": [words_of(INTERVAL), words_of(OTHER)]}
    assert measures(scores(tmp_path, assistant(INTERVAL, OTHER), case))[Measure.WHOLE] == 1
    assert measures(scores(tmp_path, assistant(INTERVAL), case))[Measure.WHOLE] == 0


def test_silence_is_right_only_where_the_documents_are_silent(tmp_path: Path) -> None:
    doubtful = assistant(OTHER, sure=False)
    silent = {"kind": "abstain", "q": "腾标首次会议谁买水果"}
    asked = scores(tmp_path, doubtful, silent, LOOKUP | {"any_of": [words_of(OTHER)]})
    assert measures(asked[:1]) == {Measure.ABSTAINED_RIGHTLY: 1}
    assert measures(asked[1:])[Measure.ABSTAINED_WRONGLY] == 1


def test_a_value_must_be_exact_and_its_clause_quoted(tmp_path: Path) -> None:
    case = {"kind": "mandays", "q": "腾标公有云PII，80人，初审几个人天", "docs": [TB]}
    right, wrong = scores(
        tmp_path,
        assistant(),
        case | {"expect": {"value": 6}, "any_of": ["66-85"]},
        case | {"expect": {"value": 6.5}, "any_of": ["没有这句话"]},
    )
    assert (right.exact, right.clause) == (True, True)
    assert (wrong.exact, wrong.clause) == (False, False)


def test_asking_back_is_right_for_the_missing_fact(tmp_path: Path) -> None:
    case = {"kind": "clarify", "q": "腾标监督几个人天", "docs": [TB]}
    right, wrong = scores(
        tmp_path,
        assistant(),
        case | {"expect": {"ask": "headcount"}},
        case | {"expect": {"ask": "site_count"}},
    )
    assert (right.is_right, wrong.is_right) == (True, False)


def test_a_line_that_is_no_question_is_named(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": "1"}', encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="第 1 行"):
        list(read_questions(file))
