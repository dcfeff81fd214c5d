"""The forms of the register and the digests: what each is about, and what becomes of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk import WebClient

from bot.register import phrases as register_phrases
from bot.register.errors import RegisterRefuses
from bot.slack import desk_phrases
from bot.slack.blocks.message import Message
from bot.slack.forms.form import Form, Values, View
from bot.slack.place import Place

Take = Callable[[Values, WebClient], Sequence[Message]]
"""Does what a form says, and what is told then; RegisterRefuses where it cannot be."""

# At which field a refusal is shown, by the word that it begins with.
_FIELDS = {
    register_phrases.ORGANIZATION: "organization",
    register_phrases.SHORT_NAME: "short_names",
    register_phrases.NUMBER: "number",
    register_phrases.OWNER: "owner",
    register_phrases.NOTE: "note",
    register_phrases.HEADCOUNT: "headcount",
    register_phrases.SITES: "sites",
    register_phrases.RISK: "risk",
    register_phrases.SCHEME: "scheme",
    register_phrases.EXPIRES: "expires",
}


class RefusedAt(RegisterRefuses):
    """A refusal of what stands in a field of a form."""

    def __init__(self, field: str, words: str) -> None:
        self.field = field
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class About:
    """What a form is about, and where that is said afterwards."""

    place: Place
    certificate: int | None = None
    key: str = ""
    event: int | None = None

    def to_metadata(self) -> str:
        """For the private metadata of the form."""
        about = [self.place.to_metadata(), self.certificate, self.key, self.event]
        return json.dumps(about, ensure_ascii=False)

    @classmethod
    def of(cls, view: Mapping[str, Any], user: str) -> About:
        """Reads what :meth:`to_metadata` wrote."""
        place, certificate, key, event = json.loads(view["private_metadata"])
        return cls(Place.from_metadata(place, user), certificate, key, event)


@dataclass(frozen=True, slots=True)
class Filling:
    """A form with what is done when it is sent.

    A refusal that names none of the fields is shown at the one that is ``blamed``.
    """

    form: Form
    blamed: str
    take: Take
    filled: Values | None = None

    def view(self, about: About) -> View:
        """The modal."""
        return self.form.view(about.to_metadata(), self.filled)

    def filled_with(self, values: Values) -> Filling:
        """The same form with other values in it."""
        return replace(self, filled=values)

    def faults(self, values: Values, view: Mapping[str, Any]) -> dict[str, str]:
        """What is wrong, at fields that the view shows: Slack knows no others."""
        shown = {block.get("block_id") for block in view["blocks"]}
        labels = {field.block_id: field.label for field in self.form.fields}
        found = self.form.faults(values)
        hidden = {block: words for block, words in found.items() if block not in shown}
        if not hidden:
            return found
        (block, words), *_ = hidden.items()
        at_shown = {block: words for block, words in found.items() if block in shown}
        return self._blamed(desk_phrases.fault_of(labels[block], words)) | at_shown

    def fault(self, refusal: RegisterRefuses) -> dict[str, str]:
        """A refusal at the field that it is about."""
        words = str(refusal)
        asked = {field.name: field.block_id for field in self.form.fields}
        named = (name for word, name in _FIELDS.items() if words.startswith(word))
        name = next((name for name in named if name in asked), self.blamed)
        return {asked[refusal.field if isinstance(refusal, RefusedAt) else name]: words}

    def _blamed(self, refusal: str) -> dict[str, str]:
        (block,) = (field.block_id for field in self.form.fields if field.name == self.blamed)
        return {block: refusal}
