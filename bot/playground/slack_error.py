"""A refusal in Slack's own words: an error code and, for malformed arguments, where they are."""

from __future__ import annotations

from collections.abc import Sequence

from bot.playground.json_object import JsonObject


class SlackError(Exception):
    """Ends a Web API call with ``{"ok": false, "error": code}``."""

    def __init__(self, code: str, problems: Sequence[str] = (), **extra: object) -> None:
        self.code = code
        self.problems = tuple(problems)
        self.extra = extra
        super().__init__(code)

    def body(self) -> JsonObject:
        """The answer that the caller gets."""
        answer: JsonObject = {"ok": False, "error": self.code, **self.extra}
        if self.problems:
            answer["errors"] = list(self.problems)
            answer["response_metadata"] = {"messages": [f"[ERROR] {p}" for p in self.problems]}
        return answer
