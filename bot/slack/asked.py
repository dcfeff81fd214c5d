"""What was asked, carried by the buttons of an answer, so that they work after a restart."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from bot.assistant.answer import Option, Question
from bot.slack.errors import StaleButton

# Slack takes at most this many characters as the value of a button.
_VALUE_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands after the facts given so far."""

    text: str
    scheme: str | None = None

    @classmethod
    def of(cls, question: Question) -> Asked:
        """What a question asks, its day aside: a button is pressed on another day."""
        return cls(question.text, question.scheme)

    @classmethod
    def from_value(cls, value: str) -> tuple[Asked, Option | None]:
        """Reads what :meth:`to_value` wrote; raises ``StaleButton`` for anything else."""
        try:
            stored = json.loads(value)
            chosen = stored.get("option")
            return cls(stored["q"], stored.get("scheme")), Option(*chosen) if chosen else None
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise StaleButton from error

    def to_value(self, option: Option | None = None) -> str | None:
        """The value of a button; None where the question is too long for one."""
        stored: dict[str, object] = {"q": self.text}
        if self.scheme:
            stored["scheme"] = self.scheme
        if option:
            stored["option"] = [option.name, option.value, option.label]
        value = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
        return value if len(value) <= _VALUE_LIMIT else None

    def with_option(self, option: Option) -> Asked:
        """The question with a chosen value: a scheme is set, any other fact is said in words."""
        if option.name == "scheme":
            return replace(self, scheme=option.value)
        return replace(self, text=f"{self.text}，{option.label}")
