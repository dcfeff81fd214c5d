"""What was asked, carried by the buttons of an answer, so that they work after a restart."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from bot.assistant.answer import Option, Question
from bot.slack.errors import StaleButton

# Slack takes at most this many characters as the value of a button.
_VALUE_LENGTH = 2000
# A talk rarely goes back further, and the value of a button must hold it.
_MOST_BEFORE = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """A question after those asked before it in the same talk, and the scheme it is about.

    ``from_channel`` says that the scheme is the channel's and not the person's choice;
    ``over_all`` that every scheme is meant, whatever the channel is about.
    """

    text: str
    scheme: str | None = None
    before: tuple[str, ...] = ()
    from_channel: bool = False
    over_all: bool = False

    @property
    def words(self) -> str:
        """Everything that was asked, in one line."""
        return "，".join((*self.before, self.text))

    def question(self, today: date) -> Question:
        """The question for the assistant: a button is pressed on another day than it was made."""
        return Question(self.text, today, self.scheme, self.before)

    def followed_by(self, words: str) -> Asked:
        """What is asked by saying this next."""
        before = (*self.before, self.text)[-_MOST_BEFORE:]
        return replace(self, text=words, before=before)

    def with_ending(self, ending: str) -> Asked:
        """The question with what a command means by itself."""
        return replace(self, text=f"{self.text}，{ending}")

    def with_option(self, option: Option) -> Asked:
        """The question with a chosen value: a scheme is set, any other fact is said in words."""
        if option.name == "scheme":
            return replace(self, scheme=option.value, from_channel=False)
        return self.followed_by(option.label)

    def in_channel_about(self, scheme: str | None) -> Asked:
        """The question with the scheme of its channel, where it has none of its own."""
        if scheme is None or self.over_all or (self.scheme and not self.from_channel):
            return self
        return replace(self, scheme=scheme, from_channel=True)

    def to_value(self, option: Option | None = None) -> str | None:
        """The value of a button; None where the question is too long for one."""
        stored: dict[str, object] = {"q": self.text}
        if self.before:
            stored["before"] = self.before
        if self.scheme and not self.from_channel:
            stored["scheme"] = self.scheme
        if self.over_all:
            stored["over_all"] = True
        if option:
            stored["option"] = [option.name, option.value, option.label]
        value = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
        return value if len(value) <= _VALUE_LENGTH else None

    @classmethod
    def from_value(cls, value: str) -> tuple[Asked, Option | None]:
        """Reads what :meth:`to_value` wrote; raises ``StaleButton`` for anything else."""
        try:
            stored = json.loads(value)
            chosen = stored.get("option")
            before, over_all = tuple(stored.get("before", ())), bool(stored.get("over_all"))
            asked = cls(stored["q"], stored.get("scheme"), before, over_all=over_all)
            return asked, Option(*chosen) if chosen else None
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise StaleButton from error
