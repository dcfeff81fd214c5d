"""A small language for what a JSON value may look like, with Slack's wording of what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


class Shape(Protocol):
    """Something a value can be checked against."""

    def problems(self, value: Any, at: str) -> list[str]:
        """What is wrong with the value that stands at this JSON pointer."""


def problem(words: str, at: str) -> str:
    """One problem as Slack words it."""
    return f"{words} [json-pointer:{at}]"


@dataclass(frozen=True)
class Words:
    """A string of so many characters."""

    maximum: int
    minimum: int = 1

    def problems(self, value: Any, at: str) -> list[str]:
        """Checks type and length."""
        if not isinstance(value, str):
            return [problem("must be a string", at)]
        if len(value) > self.maximum:
            return [problem(f"must be less than {self.maximum + 1} characters", at)]
        if len(value) < self.minimum:
            return [problem(f"must be more than {self.minimum - 1} characters", at)]
        return []


@dataclass(frozen=True)
class OneOf:
    """One of a few strings."""

    allowed: tuple[str, ...]

    def problems(self, value: Any, at: str) -> list[str]:
        """Checks that the value is among the allowed ones."""
        if value in self.allowed:
            return []
        return [problem(f"must be one of: {', '.join(self.allowed)}", at)]


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def problems(self, value: Any, at: str) -> list[str]:
        """Checks the type."""
        return [] if isinstance(value, bool) else [problem("must be a boolean", at)]


@dataclass(frozen=True)
class Number:
    """A number, or digits in a string where Slack takes them so."""

    minimum: int = 0
    maximum: int = 2**53

    def problems(self, value: Any, at: str) -> list[str]:
        """Checks type and bounds."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return [problem("must be a number", at)]
        if not self.minimum <= value <= self.maximum:
            return [problem(f"must be between {self.minimum} and {self.maximum}", at)]
        return []


@dataclass(frozen=True)
class Anything:
    """A value that is not looked into."""

    def problems(self, value: Any, at: str) -> list[str]:
        """Finds nothing wrong."""
        return []


@dataclass(frozen=True)
class Listing:
    """A list of so many values of one shape."""

    of: Shape
    maximum: int
    minimum: int = 1

    def problems(self, value: Any, at: str) -> list[str]:
        """Checks the number of items, then each item."""
        if not isinstance(value, list):
            return [problem("must be an array", at)]
        if len(value) > self.maximum:
            return [problem(f"no more than {self.maximum} items allowed", at)]
        if len(value) < self.minimum:
            return [problem(f"no fewer than {self.minimum} items allowed", at)]
        return [p for i, item in enumerate(value) for p in self.of.problems(item, f"{at}/{i}")]


@dataclass(frozen=True)
class Record:
    """An object with required and optional fields and no others.

    Of every group in ``one_of`` at least one field is there; ``rule`` checks what spans fields.
    """

    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)
    one_of: tuple[tuple[str, ...], ...] = ()
    rule: Callable[[dict[str, Any], str], list[str]] | None = None

    def problems(self, value: Any, at: str) -> list[str]:
        """Checks which fields are there, then each of them."""
        if not isinstance(value, dict):
            return [problem("must be an object", at)]
        shapes = {**self.required, **self.optional}
        found = [
            problem(f"missing required field: {name}", at)
            for name in self.required
            if value.get(name) is None
        ]
        found += [
            problem(f"missing required field: {' or '.join(group)}", at)
            for group in self.one_of
            if all(value.get(name) is None for name in group)
        ]
        for name, item in value.items():
            if name not in shapes:
                found.append(problem(f"invalid additional property: {name}", at))
            elif item is not None:
                found += shapes[name].problems(item, f"{at}/{name}")
        if not found and self.rule:
            found = self.rule(value, at)
        return found


@dataclass(frozen=True)
class ByType:
    """An object whose ``type`` says which shape it has."""

    shapes: Mapping[str, Shape]

    def problems(self, value: Any, at: str) -> list[str]:
        """Finds the shape by the object's type and checks against it."""
        if not isinstance(value, dict):
            return [problem("must be an object", at)]
        kind = value.get("type")
        if kind is None:
            return [problem("missing required field: type", at)]
        if kind not in self.shapes:
            return [problem(f"unsupported type: {kind}", f"{at}/type")]
        return self.shapes[kind].problems(value, at)


def text_object(maximum: int, *kinds: str) -> Shape:
    """A text object; without ``kinds`` both plain text and mrkdwn are allowed."""
    text = Words(maximum)
    shapes: dict[str, Shape] = {
        "plain_text": Record({"type": Anything(), "text": text}, {"emoji": Flag()}),
        "mrkdwn": Record({"type": Anything(), "text": text}, {"verbatim": Flag()}),
    }
    return ByType({kind: shapes[kind] for kind in kinds or shapes})


def plain_text(maximum: int) -> Shape:
    """A plain text object."""
    return text_object(maximum, "plain_text")
