"""The views that are open: a stack of modals for each person, and each person's home tab."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.playground.content import with_ids
from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.workspace import APP_ID, BOT_ID, TEAM_ID

STACK_LIMIT = 3

Values = dict[str, dict[str, JsonObject]]


@dataclass(frozen=True)
class View:
    """One view; ``values`` is what the person has entered so far."""

    id: str
    user: str
    definition: JsonObject
    hash: str
    root_id: str
    previous_id: str | None = None
    values: Values = field(default_factory=dict)

    def json(self) -> JsonObject:
        """The view as Slack writes it in answers and payloads."""
        defaults: JsonObject = {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "close": None,
            "submit": None,
            "clear_on_close": False,
            "notify_on_close": False,
        }
        return {
            **defaults,
            **self.definition,
            "id": self.id,
            "team_id": TEAM_ID,
            "app_id": APP_ID,
            "app_installed_team_id": TEAM_ID,
            "bot_id": BOT_ID,
            "hash": self.hash,
            "root_view_id": self.root_id,
            "previous_view_id": self.previous_id,
            "state": {"values": self.values},
        }


def _new_hash() -> str:
    return f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}"


class ViewStore:
    """Opens, pushes, updates, publishes and closes views; tells ``on_change`` for whom."""

    def __init__(self, on_change: Callable[[str], None]) -> None:
        self._on_change = on_change
        self._stacks: dict[str, list[View]] = {}
        self._homes: dict[str, View] = {}

    def stack(self, user: str) -> list[View]:
        """The person's open modals, the visible one last."""
        return list(self._stacks.get(user, ()))

    def home(self, user: str) -> View | None:
        """The person's home tab, where the app has published one."""
        return self._homes.get(user)

    def find(self, id_or_external_id: str) -> View | None:
        """The open view with this id or external id."""
        every = [view for stack in self._stacks.values() for view in stack]
        return next((v for v in (*every, *self._homes.values()) if _is(v, id_or_external_id)), None)

    def open(self, user: str, definition: JsonObject) -> View:
        """Opens a modal in place of whatever this person has open."""
        self._refuse_used(definition)
        view = self._make(user, definition)
        self._stacks[user] = [view]
        self._on_change(user)
        return view

    def push(self, user: str, definition: JsonObject) -> View:
        """Puts a modal on top of the open ones; Slack allows three."""
        stack = self._stacks.get(user, [])
        if not stack:
            raise SlackError("not_found")
        if len(stack) >= STACK_LIMIT:
            raise SlackError("push_limit_reached")
        self._refuse_used(definition)
        below = stack[-1]
        view = replace(self._make(user, definition), root_id=below.root_id, previous_id=below.id)
        stack.append(view)
        self._on_change(user)
        return view

    def update(self, view: View, definition: JsonObject, hash_: str | None = None) -> View:
        """Replaces a view's definition; what was entered in inputs with the same ids stays."""
        if hash_ and hash_ != view.hash:
            raise SlackError("hash_conflict")
        blocks = with_ids(definition["blocks"])
        kept = {block["block_id"] for block in blocks}
        values = {block_id: state for block_id, state in view.values.items() if block_id in kept}
        filled = definition | {"blocks": list(blocks)}
        return self.store(replace(view, definition=filled, hash=_new_hash(), values=values))

    def publish(self, user: str, definition: JsonObject, hash_: str | None = None) -> View:
        """Sets the person's home tab."""
        current = self._homes.get(user)
        if current is not None:
            return self.update(current, definition, hash_)
        self._homes[user] = self._make(user, definition)
        self._on_change(user)
        return self._homes[user]

    def store(self, view: View) -> View:
        """Stores a newer version of an open view."""
        if view.definition["type"] == "home":
            self._homes[view.user] = view
        else:
            stack = self._stacks.get(view.user, [])
            self._stacks[view.user] = [view if v.id == view.id else v for v in stack]
        self._on_change(view.user)
        return view

    def close(self, view: View) -> None:
        """Closes one modal; the one below it shows again."""
        stack = self._stacks.get(view.user, [])
        self._stacks[view.user] = [v for v in stack if v.id != view.id]
        self._on_change(view.user)

    def clear(self, user: str) -> None:
        """Closes every modal of this person."""
        self._stacks[user] = []
        self._on_change(user)

    def _make(self, user: str, definition: JsonObject) -> View:
        view_id = f"V{secrets.token_hex(5).upper()}"
        filled = definition | {"blocks": list(with_ids(definition["blocks"]))}
        return View(view_id, user, filled, _new_hash(), view_id)

    def _refuse_used(self, definition: JsonObject) -> None:
        external_id = definition.get("external_id")
        if external_id and self.find(external_id):
            raise SlackError("duplicate_external_id")


def _is(view: View, id_: str) -> bool:
    return view.id == id_ or (bool(id_) and view.definition.get("external_id") == id_)
