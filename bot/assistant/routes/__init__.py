"""One route for each calculator: from an understood question to what the calculator is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.assistant.attempt import Attempt
from bot.assistant.routes.deadlines import DeadlineRoute
from bot.assistant.routes.eligibility import EligibilityRoute
from bot.assistant.routes.fees import FeeRoute
from bot.assistant.routes.person_days import PersonDayRoute
from bot.assistant.routes.sampling import SamplingRoute
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.understanding import Understanding
from bot.assistant.understanding.cues import bundled_cues
from bot.assistant.understanding.topics import bundled_topics


class Route(Protocol):
    """Knows when a question is for its calculator and how to ask it."""

    def applies(self, asked: Understanding) -> bool:
        """Whether the question is for this calculator."""

    def documents(self) -> tuple[str, ...]:
        """The documents that have rules of this kind."""

    def attempt(self, asked: Understanding, document: str, today: date) -> Attempt:
        """What a document's rules give for the question."""


@dataclass(frozen=True, slots=True)
class Routes:
    """All routes, in the order in which they are tried."""

    routes: tuple[Route, ...]

    @classmethod
    def over(cls, rulebooks: Rulebooks) -> Routes:
        """The routes to the calculators of these rulebooks."""
        return cls(
            (
                FeeRoute(rulebooks.fees),
                SamplingRoute(rulebooks.sampling, bundled_cues()),
                PersonDayRoute(rulebooks.person_days),
                DeadlineRoute(
                    rulebooks.deadlines, rulebooks.calendar, bundled_cues(), bundled_topics()
                ),
                EligibilityRoute(
                    rulebooks.eligibility, rulebooks.deadlines, rulebooks.calendar, bundled_cues()
                ),
            )
        )

    def applying(self, asked: Understanding) -> Iterator[Route]:
        """The routes that the question may be for, the likeliest first."""
        return (route for route in self.routes if route.applies(asked))


__all__ = ["Route", "Routes"]
