"""Lists (清单): what an application, a report, a plan must hold, whole and counted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from calculators.calculation import Calculation
from calculators.derivation import Derivation
from calculators.enumerations import Enumeration
from calculators.resemblance import resemblance
from calculators.rulebook import Rows, Rulebook, load_rulebook
from knowledge.errors import RuleAbsent
from knowledge.library import Library

CALCULATOR = "checklist"
TOPIC = "清单"


class Checklists(Rulebook):
    """The lists of one document."""

    subject: ClassVar[str] = "checklists"

    lists: Rows[Enumeration]


def checklist_rules(document: str, library: Library, folder: Path | None = None) -> Checklists:
    """The document's lists; RuleAbsent where none is recorded."""
    rules = load_rulebook(Checklists, document, library, folder)
    if rules is None:
        raise RuleAbsent(document, TOPIC)
    return rules


def checklist(rules: Checklists, list_id: str) -> Calculation:
    """The number of items of a list, each item a step with its words.

    RuleAbsent where the document has no list of this id.
    """
    found = next((each for each in rules.lists if each.id == list_id), None)
    if found is None:
        raise RuleAbsent(rules.document, TOPIC)
    return counted(rules.document, found, CALCULATOR, {"list": list_id})


def counted(
    document: str, found: Enumeration, calculator: str, inputs: dict[str, str | int | float | None]
) -> Calculation:
    """An enumeration as a result: how many items, and each of them."""
    derivation = Derivation()
    derivation.lead(found)
    derivation.note(found)
    for place, point in enumerate(found.points, start=1):
        derivation.recite(f"第 {place} 项", found.value, point)
    return derivation.conclude(
        document, calculator, label=found.label, value=found.value, unit="项", inputs=inputs
    )


def matching_lists(rules: Checklists, words: str) -> Sequence[Enumeration]:
    """The lists that the words are about, the nearest first."""
    scored = [(resemblance(words, each.label, each.also), each) for each in rules.lists]
    near = [(score, each) for score, each in scored if score > 0]
    return [each for _, each in sorted(near, key=lambda pair: -pair[0])]
