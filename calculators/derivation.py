"""The working of one calculation as it grows: steps, quotes, warnings, alternatives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from calculators.calculation import Alternative, Calculation, Step, Value
from calculators.rulebook import Rule, Source
from knowledge.clause import Quote


@dataclass(slots=True)
class Derivation:
    """Collects what a calculator says on its way and closes it into a :class:`Calculation`."""

    steps: list[Step] = field(default_factory=list)
    leading: list[Quote] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    alternatives: list[Alternative] = field(default_factory=list)
    others: list[Quote] = field(default_factory=list)

    def step(self, text: str, value: Value, rule: Source | None = None) -> None:
        """Add a line; a rule's caution becomes a warning, its companions are quoted too."""
        self.steps.append(Step(text, value, rule.cited if rule else None))
        if isinstance(rule, Rule):
            self.note(rule)

    def recite(self, text: str, value: Value, quote: Quote) -> None:
        """Add a line for words that are quoted as they stand."""
        self.steps.append(Step(text, value, quote))

    def note(self, rule: Rule) -> None:
        """Quote the rule's companions and warn of what is wrong with its words."""
        self.others.extend(source.cited for source in rule.see_also)
        if rule.caution:
            self.warn(rule.caution)

    def lead(self, *rules: Source) -> None:
        """Name rules that govern the result more directly than those named before."""
        self.leading[:0] = [rule.cited for rule in rules]

    def mention(self, rule: Source) -> None:
        """Quote a rule that bears on the result without a step of its own."""
        self.others.append(rule.cited)
        if isinstance(rule, Rule):
            self.note(rule)

    def warn(self, sentence: str) -> None:
        """Add a warning once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def offer(self, value: Value, why: str, rule: Source | None = None) -> None:
        """Add another defensible reading."""
        self.alternatives.append(Alternative(value, why, rule.cited if rule else None))

    def conclude(
        self,
        document: str,
        calculator: str,
        *,
        label: str,
        value: Value,
        unit: str,
        inputs: Mapping[str, str | int | float | None],
    ) -> Calculation:
        """Close the derivation; readings that equal the result are no alternatives."""
        stepped = [step.quote for step in self.steps if step.quote]
        return Calculation(
            document=document,
            calculator=calculator,
            label=label,
            value=value,
            unit=unit,
            inputs=inputs,
            steps=tuple(self.steps),
            quotes=tuple(dict.fromkeys([*self.leading, *stepped, *self.others])),
            warnings=tuple(self.warnings),
            alternatives=tuple(other for other in self.alternatives if other.value != value),
        )
