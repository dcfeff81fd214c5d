"""How well questions are understood, on ones whose meaning is written down (JSON lines).

A line holds ``id``, ``q``, ``today`` and ``means``: what should be read, by field. A field of
``ALWAYS`` that is not in ``means`` should be empty; the others are compared only where they are
there. ``missed`` names the fields that are known to be read wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.assistant.answer import Question
from bot.assistant.assistant import Assistant
from bot.assistant.routes import Route
from bot.assistant.routes.deadlines import DeadlineRoute
from bot.assistant.routes.eligibility import EligibilityRoute
from bot.assistant.routes.fees import FeeRoute
from bot.assistant.routes.person_days import PersonDayRoute
from bot.assistant.routes.sampling import SamplingRoute
from bot.assistant.scope import Scope, scope_of
from bot.assistant.understanding import Understanding
from knowledge.errors import UnreadableDocument

CALCULATOR = "calculator"
CLAUSES = "clauses"
_NUMBER, _COMPARISON = "clause_number", "comparison"
_NAMES: dict[type, str] = {
    FeeRoute: "fee",
    SamplingRoute: "sampling",
    PersonDayRoute: "person_days",
    DeadlineRoute: "deadline",
    EligibilityRoute: "eligibility",
}

_READ: dict[str, Callable[[Understanding], list[Any]]] = {
    "schemes": lambda asked: list(asked.schemes.ours),
    "audit_types": lambda asked: list(asked.audit_types),
    "risks": lambda asked: list(asked.risks),
    "headcounts": lambda asked: list(asked.amounts.headcounts),
    "sites": lambda asked: list(asked.amounts.site_counts),
    "dates": lambda asked: [[str(fact.day), *fact.roles[:1]] for fact in asked.exact_dates],
    "part_time": lambda asked: [
        [group.people, group.share and str(group.share)] for group in asked.amounts.part_time
    ],
    "person_days": lambda asked: [str(each.days) for each in asked.amounts.person_days],
    "shares": lambda asked: [str(share) for share in asked.amounts.shares],
    "site_kinds": lambda asked: list(asked.site_kinds),
    "reductions": lambda asked: list(asked.reductions),
    "order": lambda asked: list(asked.order),
    "other_schemes": lambda asked: list(asked.schemes.others),
}
# Of these a question may have more than it needs; what is expected must be among them.
_AMONG: dict[str, Callable[[Understanding], list[Any]]] = {
    "topics": lambda asked: list(asked.topics),
    "wants": lambda asked: sorted(asked.wants),
    "backwards": lambda asked: sorted(asked.backwards),
}
ALWAYS = ("schemes", "audit_types", "risks", "headcounts", "sites", "dates")
FIELDS = (CALCULATOR, *_READ, *_AMONG)


@dataclass(frozen=True, slots=True)
class Meant:
    """A question with what it means by field, and the fields that are known to be missed."""

    id: str
    question: Question
    means: Mapping[str, Any]
    missed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one question, for the fields that are compared."""

    meant: Meant
    read: Mapping[str, Any]

    @property
    def wrong(self) -> frozenset[str]:
        """The fields that were read otherwise than meant."""
        return frozenset(name for name in self.read if not self.is_right(name))

    def is_right(self, name: str) -> bool:
        """Whether the field was read as meant."""
        wanted, found = self.meant.means.get(name, []), self.read[name]
        return set(wanted) <= set(found) if name in _AMONG else wanted == found


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How a field was read: of those ``said`` so many ``right``; ``invented`` where none is said.

    ``compared`` counts the questions in which the field is compared at all.
    """

    compared: int
    said: int
    right: int
    invented: int

    @property
    def share(self) -> float:
        """The share of the questions in which the field is as meant, 0 to 1."""
        return (self.compared - (self.said - self.right) - self.invented) / self.compared


def is_about_understanding(file: Path) -> bool:
    """Whether the file holds questions with what they mean, and not with their answers."""
    first, _, _ = file.read_text("utf-8").partition("\n")
    return '"means"' in first


def read_meanings(file: Path) -> Iterator[Meant]:
    """The questions of a file; UnreadableDocument names the line that is wrong."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield _meant(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise UnreadableDocument(str(file), f"第 {number} 行不是一个提问") from error


def _meant(body: dict[str, Any]) -> Meant:
    means, missed = body["means"], body.get("missed", [])
    if unknown := {*means, *missed} - set(FIELDS):
        raise ValueError(f"no field {unknown}")
    question = Question(body["q"], date.fromisoformat(body["today"]))
    return Meant(body["id"], question, means, frozenset(missed))


def understood(assistant: Assistant, meant: Meant) -> Reading:
    """Read one question as the assistant does."""
    asked = assistant.reader.read(meant.question.text, meant.question.today)
    scope = scope_of(asked, meant.question, assistant.answering.library)
    found: dict[str, Any] = {
        name: read(asked)
        for name, read in (_READ | _AMONG).items()
        if name in ALWAYS or name in meant.means
    }
    if CALCULATOR in meant.means:
        found[CALCULATOR] = _who_answers(assistant, asked, meant.question, scope)
    return Reading(meant, found)


def accuracies(readings: Iterable[Reading]) -> dict[str, Accuracy]:
    """How each field was read that is compared in any of the questions."""
    listed = list(readings)
    found = {}
    for name in FIELDS:
        compared = [each for each in listed if name in each.read]
        said = [each for each in compared if each.meant.means.get(name)]
        if compared:
            right = sum(each.is_right(name) for each in said)
            wrong = sum(not each.is_right(name) for each in compared)
            invented = wrong - (len(said) - right)
            found[name] = Accuracy(len(compared), len(said), right, invented)
    return found


def _who_answers(
    assistant: Assistant, asked: Understanding, question: Question, scope: Scope
) -> str:
    """The part that the question is for, in the order in which the assistant tries them.

    A scheme without the rule makes a question about person-days no other question.
    """
    if assistant.clauses.names_a_clause(asked, scope):
        return _NUMBER
    if assistant.comparing.applies(asked, scope) and assistant.comparing.answer(asked, scope):
        return _COMPARISON
    if assistant.calculated.is_for_us(asked, scope):
        for route in assistant.calculated.routes.applying(asked):
            if _takes(route, asked, question, scope):
                return _NAMES[type(route)]
    return CLAUSES


def _takes(route: Route, asked: Understanding, question: Question, scope: Scope) -> bool:
    documents = scope.documents or route.documents()
    attempts = [route.attempt(asked, each, question.today) for each in documents]
    return any(
        each.calculations or each.missing or (scope.is_named and each.absent) for each in attempts
    )
