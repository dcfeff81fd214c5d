"""What comes of asking one document's calculator: results, missing facts, or no such rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from calculators.calculation import Calculation
from calculators.person_day_variations import Variation
from knowledge.errors import MissingInput, RuleAbsent


@dataclass(frozen=True, slots=True)
class Attempt:
    """The outcome for one document. Exactly one of results, missing and absent says something.

    ``clauses`` are the governing clause numbers where there is no result to cite; ``variations``
    what would be if a fact were another. ``in_words``: the document has the rule that is absent as
    a number, but says 及时 or 审核前.
    """

    document: str
    calculations: tuple[Calculation, ...] = ()
    missing: tuple[str, ...] = ()
    absent: RuleAbsent | None = None
    clauses: tuple[str, ...] = ()
    variations: tuple[Variation, ...] = ()
    in_words: bool = False

    @property
    def says_something(self) -> bool:
        """Whether the document's rules had anything to say."""
        return bool(self.calculations or self.missing or self.absent)


def attempt(document: str, computations: Iterable[Callable[[], Calculation]]) -> Attempt:
    """Run computations; the first that lacks a fact or a rule decides where none succeeds."""
    results: list[Calculation] = []
    failed: Attempt | None = None
    for compute in computations:
        try:
            results.append(compute())
        except MissingInput as error:
            failed = failed or Attempt(document, missing=error.names)
        except RuleAbsent as error:
            failed = failed or Attempt(document, absent=error, clauses=error.clauses)
    if results:
        return Attempt(document, calculations=tuple(results))
    return failed or Attempt(document)
