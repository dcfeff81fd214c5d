"""Rulings of the technical department beside an answer, in words and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.assistant.answer import Answer
from bot.slack import phrases
from bot.slack.rulings import Ruling, shown
from bot.store.rulings_on_record import RulingsOnRecord
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class RulingsBeside:
    """The rulings on the clauses that an answer cites."""

    record: RulingsOnRecord
    library: Library

    def text(self, answer: Answer) -> str:
        """A paragraph for each ruling; one that is void only says so."""
        return "\n\n".join(
            _words(ruling) if in_force else _void(ruling)
            for ruling, in_force in self._shown(answer)
        )

    def json(self, answer: Answer) -> dict[str, Any]:
        """The key ``rulings``, only where there are any."""
        found = [
            {
                "document": ruling.ref.document,
                "clause": ruling.ref.number,
                "in_force": in_force,
                "words": ruling.words if in_force else "",
                "name": ruling.name,
                "made_on": ruling.made_on.isoformat(),
                "question": ruling.question,
            }
            for ruling, in_force in self._shown(answer)
        ]
        return {"rulings": found} if found else {}

    def _shown(self, answer: Answer) -> tuple[tuple[Ruling, bool], ...]:
        refs = {citation.quote.ref for citation in answer.citations}
        return shown(self.record.on(refs), self.library)


def _words(ruling: Ruling) -> str:
    day = ruling.made_on.isoformat()
    head = phrases.ruling(ruling.ref.number, ruling.name, day, ruling.question)
    return f"{head}{ruling.words}"


def _void(ruling: Ruling) -> str:
    words = phrases.void_ruling(ruling.ref.number, ruling.name, ruling.made_on.isoformat())
    return f"{phrases.WARNING_SIGN}{words}"
