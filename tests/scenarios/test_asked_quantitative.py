"""Every quantitative question of ``tests/cases/asked``: the calculators' part, without a search."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.assistant.answer import Answer, AnswerKind, Question
from bot.assistant.assistant import Assistant
from bot.assistant.json_form import answer_as_json
from bot.assistant.retrieval import Found
from bot.composition import assistant_over
from knowledge.library import Library

FILE = Path(__file__).parents[1] / "cases" / "asked" / "quantitative.jsonl"
Case = Mapping[str, Any]


class NothingFound:
    """A search without an index: what is computed needs none."""

    def search(self, text: str, documents: Collection[str] | None, limit: int) -> tuple[Found, ...]:
        return ()


def cases() -> list[Any]:
    lines = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    return [pytest.param(case, id=case["id"]) for case in lines]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return assistant_over(Library.load(), NothingFound())


def is_value(found: Any, expected: Any, tolerance: float) -> bool:
    """Whether a computed value is the expected number, date, or list of them."""
    if isinstance(expected, list):
        return (
            isinstance(found, list)
            and len(found) == len(expected)
            and all(is_value(*pair, tolerance) for pair in zip(found, expected, strict=True))
        )
    if isinstance(expected, int | float):
        return isinstance(found, int | float) and abs(found - expected) <= tolerance
    return bool(found == expected)


def is_exact(answer: Answer, case: Case) -> bool:
    """One calculation for a document of the case has the value, and none is for another one."""
    calculations: Sequence[Mapping[str, Any]] = answer_as_json(answer)["calculations"]
    expected = case["expect"]
    accepted = [expected["value"], *expected.get("also", ())]
    return all(each["document"] in case["docs"] for each in calculations) and any(
        is_value(each["value"], value, expected["tolerance"])
        for each in calculations
        for value in accepted
    )


def asks_back(answer: Answer, case: Case) -> bool:
    """The answer asks for the missing fact."""
    asked = answer.clarification.ask if answer.clarification else ()
    return answer.kind is AnswerKind.CLARIFICATION and case["expect"]["ask"] in asked


@pytest.mark.parametrize("case", cases())
def test_question_is_answered_exactly(assistant: Assistant, case: Case) -> None:
    answer = assistant.answer(Question(case["q"], date.fromisoformat(case["today"])))
    right = asks_back if case["kind"] == "clarify" else is_exact
    assert right(answer, case), (case["expect"], answer)
