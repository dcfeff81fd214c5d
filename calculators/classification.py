"""Classification (分类): the level of an activity or the grade of a finding, by number or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import ClassVar, Self

from pydantic import ValidationInfo, model_validator

from calculators.calculation import Calculation
from calculators.derivation import Derivation
from calculators.resemblance import resemblance
from calculators.rulebook import Number, Rows, Rule, Rulebook, Source, load_rulebook
from knowledge.clause import ClauseRef
from knowledge.errors import OutOfRange, RuleAbsent
from knowledge.library import Library
from knowledge.verbatim import compact

CALCULATOR = "classification"
TOPIC = "分类"
_EXCEPT = re.compile(r"不含.*")
_BETWEEN_WORDS = re.compile(r"[、，,。；（）()\s]+|例如|包括|涉及|等|含|及其|其他|其它")


class Category(Rule):
    """A heading of a table (大类)."""

    code: str
    name: str

    @property
    def key(self) -> str:
        """The heading's name among the rules of a rulebook."""
        return self.code


class Raised(Source):
    """A case in which another level applies."""

    level: str
    when: str


class Row(Rule):
    """One class: number, name, level, remark as printed; ``also`` are words that staff use."""

    code: str
    name: str
    level: str
    remark: str = ""
    also: Rows[str] = ()
    raised: Raised | None = None

    @property
    def key(self) -> str:
        """The row's name among the rules of a rulebook."""
        return self.code

    @property
    def keywords(self) -> tuple[str, ...]:
        """Words by which the class is found: of its name, its remark, and those staff use."""
        printed = f"{self.name} {_EXCEPT.sub('', self.remark)}"
        return (*filter(None, _BETWEEN_WORDS.split(printed)), *self.also)

    @model_validator(mode="after")
    def _is_as_printed(self, info: ValidationInfo) -> Self:
        context = info.context or {}
        library: Library = context["library"]
        cells = library.clause(ClauseRef(context["document"], self.clause)).cells
        written = (self.code, self.level, self.name, self.remark)
        if cells and tuple(map(compact, cells)) != tuple(map(compact, written)):
            raise ValueError(f"与原表不符：原表为 {'｜'.join(cells)}")
        return self


class Table(Number):
    """A classification with ``value`` classes; ``suffix`` turns a printed level into words."""

    id: str
    label: str
    suffix: str = ""
    categories: Rows[Category] = ()
    rows: Rows[Row]

    @property
    def key(self) -> str:
        """The table's name among the rules of a rulebook."""
        return self.id

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if len(self.rows) != self.value:
            raise ValueError(f"写的是 {self.value} 类，列出 {len(self.rows)} 类")
        return self


class ClassificationRules(Rulebook):
    """The classifications of one document."""

    subject: ClassVar[str] = "classification"

    tables: Rows[Table] = ()
    elsewhere: Rule | None = None


@dataclass(frozen=True, slots=True)
class ClassificationRequest:
    """What is looked up: a number of the table (02.03), or words about the activity."""

    words: str
    table: str | None = None


def classification_rules(
    document: str, library: Library, folder: Path | None = None
) -> ClassificationRules:
    """The document's classifications; RuleAbsent where it has none."""
    rules = load_rulebook(ClassificationRules, document, library, folder)
    if rules is None:
        raise RuleAbsent(document, TOPIC)
    return rules


def classification(rules: ClassificationRules, request: ClassificationRequest) -> Calculation:
    """The level of the class that the words are about; near classes are alternatives.

    RuleAbsent where the document has no such table, OutOfRange where no class is near the words.
    """
    tables = [table for table in rules.tables if request.table in (None, table.id)]
    if not tables:
        pointed = (rules.elsewhere.clause,) if rules.elsewhere else ()
        raise RuleAbsent(rules.document, TOPIC, pointed)
    found = sorted(_near(tables, request.words), key=lambda near: -near[0])
    if not found:
        raise OutOfRange(
            "activity", request.words, f"没有与“{request.words}”相近的类别，请写类号或换个说法。"
        )
    _, table, row = found[0]
    derivation = Derivation()
    _say(table, row, derivation)
    for _, other_table, other in found[1:]:
        name = f"{other.code} {other.name}"
        derivation.offer(f"{name}：{other.level}{other_table.suffix}", "相近的类别", other)
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label=f"{table.label} {row.code} {row.name}",
        value=f"{row.level}{table.suffix}",
        unit="",
        inputs={"words": request.words, "code": row.code},
    )


def _near(tables: list[Table], words: str) -> Iterator[tuple[Fraction, Table, Row]]:
    scored = [(_score(row, words), table, row) for table in tables for row in table.rows]
    best = max((score for score, _, _ in scored), default=Fraction(0))
    for score, table, row in scored:
        if score and score * 2 >= best:
            yield score, table, row


def _score(row: Row, words: str) -> Fraction:
    if compact(row.code) in re.split(r"[^\w./]+", words):
        return Fraction(len(words) + 1)
    near = resemblance(words, f"{row.name}{_EXCEPT.sub('', row.remark)}", row.keywords)
    return near if near > Fraction(1, 2) else Fraction(0)


def _say(table: Table, row: Row, derivation: Derivation) -> None:
    over = [each for each in table.categories if row.code.startswith(each.code)]
    place = f"{over[0].code} {over[0].name} → " if over else ""
    remark = f"（{row.remark}）" if row.remark else ""
    level = f"{row.level}{table.suffix}"
    derivation.step(f"{place}{row.code} {row.name}{remark}：{level}", level, row)
    if row.raised:
        raised = f"{row.raised.level}{table.suffix}"
        derivation.offer(raised, row.raised.when, row.raised)
        derivation.warn(f"{row.raised.when}，为{raised}。")
    for rule in (*over, table):
        derivation.mention(rule)
