"""What is wrong with the bank of questions: too few, twice, better elsewhere, from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.assistant.understanding import QuestionReader
from indexes.evaluation import Misplaced
from indexes.units import says_something
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from knowledge.question_likeness import Alike, Likeness

ENOUGH = 12
_FEW = 3
# Only the schemes of a question are read, so its day does not matter.
_ANY_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class BankFindings:
    """``few`` clauses with the number of their questions, questions that stand ``twice``.

    ``elsewhere`` are questions that find another clause first; ``alike`` those that are the same
    as one from outside, or nearly.
    """

    few: tuple[tuple[ClauseRef, int], ...]
    twice: dict[str, tuple[ClauseRef, ...]]
    elsewhere: tuple[Misplaced, ...]
    alike: tuple[Alike, ...]

    @property
    def misleading(self) -> tuple[Misplaced, ...]:
        """Questions whose own clause is not even among the first three; the others do no harm."""
        return tuple(each for each in self.elsewhere if each.rank is None or each.rank > _FEW)

    @property
    def same(self) -> tuple[Alike, ...]:
        """Questions that are one from outside, punctuation and the name of the scheme aside."""
        return tuple(each for each in self.alike if each.likeness == 1)

    @property
    def nearly_same(self) -> tuple[Alike, ...]:
        """Questions that are only nearly one from outside."""
        return tuple(each for each in self.alike if each.likeness < 1)

    @property
    def is_fine(self) -> bool:
        """Whether nothing has to be mended."""
        return not (self.few or self.twice or self.misleading or self.alike)


def check_bank(
    library: Library, bank: QuestionBank, reader: QuestionReader, outside: Iterable[str] = ()
) -> BankFindings:
    """What the words of the bank show; ``outside`` are questions that must stay out of it."""
    return BankFindings(
        few=_clauses_with_few(library, bank),
        twice=bank.duplicates(),
        elsewhere=(),
        alike=_alike(bank, outside, reader),
    )


def _clauses_with_few(library: Library, bank: QuestionBank) -> tuple[tuple[ClauseRef, int], ...]:
    """The clauses that say something and have fewer questions, of documents that have any."""
    documents = {ref.document for ref, _ in bank.pairs()}
    return tuple(
        (ref, len(bank.questions(ref)))
        for ref in bank.missing(library, ENOUGH)
        if ref.document in documents and says_something(library.clause(ref))
    )


def _alike(bank: QuestionBank, outside: Iterable[str], reader: QuestionReader) -> tuple[Alike, ...]:
    """The questions of the bank that are like one of these, with or without its scheme's name.

    A question that names a scheme is compared with those of that scheme only.
    """
    likeness = Likeness(bank)
    found: dict[tuple[ClauseRef, str], Alike] = {}
    for each in (like for text in outside for like in _like(likeness, text, reader)):
        place = (each.ref, each.question)
        if place not in found or found[place].likeness < each.likeness:
            found[place] = each
    return tuple(found.values())


def _like(likeness: Likeness, text: str, reader: QuestionReader) -> Iterator[Alike]:
    schemes = reader.read(text, _ANY_DAY).schemes
    for words in dict.fromkeys((text, schemes.rest)):
        for each in likeness.like(words):
            if not schemes.ours or each.ref.document in schemes.ours:
                yield replace(each, outside=text)
