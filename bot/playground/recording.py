"""Every Web API call that arrived, with its answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.json_object import JsonObject


@dataclass(frozen=True)
class RecordedCall:
    """One call: the method, its arguments without the token, status and answer."""

    method: str
    arguments: JsonObject
    status: int
    answer: JsonObject


class Recording:
    """The calls in the order in which they were answered."""

    def __init__(self) -> None:
        self.calls: list[RecordedCall] = []

    def add(self, call: RecordedCall) -> None:
        """Records a call."""
        self.calls.append(call)
