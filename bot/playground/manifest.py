"""What Slack knows of an app from its manifest: commands, shortcuts, events, scopes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class SlashCommand:
    """A slash command with what the completion list says of it.

    Where it ``escapes``, the app gets people and channels by their ids.
    """

    command: str
    description: str = ""
    usage_hint: str = ""
    escapes: bool = False


@dataclass(frozen=True)
class Shortcut:
    """A shortcut in a message's menu (``is_message``) or in the composer's."""

    callback_id: str
    name: str
    is_message: bool


@dataclass(frozen=True)
class AppManifest:
    """The parts of a manifest that Slack enforces; ``None`` means that everything is allowed."""

    name: str = "ClauseBot"
    commands: tuple[SlashCommand, ...] | None = None
    shortcuts: tuple[Shortcut, ...] | None = None
    events: frozenset[str] | None = None
    scopes: frozenset[str] | None = None
    has_assistant: bool = True
    has_home: bool = True

    @classmethod
    def read(cls, path: Path) -> AppManifest:
        """Reads a manifest in JSON; raises ``OSError`` or ``ValueError`` where it cannot."""
        return cls.parse(json.loads(path.read_text(encoding="utf-8")))

    @classmethod
    def parse(cls, manifest: dict[str, Any]) -> AppManifest:
        """Takes the enforced parts out of a manifest's JSON."""
        features = manifest.get("features", {})
        subscriptions = manifest.get("settings", {}).get("event_subscriptions", {})
        scopes = manifest.get("oauth_config", {}).get("scopes", {})
        return cls(
            name=features.get("bot_user", {}).get("display_name", cls.name),
            commands=tuple(_command(entry) for entry in features.get("slash_commands", ())),
            shortcuts=tuple(_shortcut(entry) for entry in features.get("shortcuts", ())),
            events=frozenset(subscriptions.get("bot_events", ())),
            scopes=frozenset(scopes.get("bot", ())),
            has_assistant="assistant_view" in features or "agent_view" in features,
            has_home=bool(features.get("app_home", {}).get("home_tab_enabled")),
        )

    def knows_command(self, command: str) -> bool:
        """Whether a person may type this command."""
        return self.commands is None or any(c.command == command for c in self.commands)

    def escapes(self, command: str) -> bool:
        """Whether @names behind this command become mentions."""
        return any(c.command == command and c.escapes for c in self.commands or ())

    def subscribes(self, event: str) -> bool:
        """Whether the app receives this event, named as manifests name it (``message.im``)."""
        return self.events is None or event in self.events

    def grants(self, scope: str) -> bool:
        """Whether the bot token carries this scope."""
        return not scope or self.scopes is None or scope in self.scopes


def _command(entry: dict[str, Any]) -> SlashCommand:
    return SlashCommand(
        entry["command"],
        entry.get("description", ""),
        entry.get("usage_hint", ""),
        bool(entry.get("should_escape")),
    )


def _shortcut(entry: dict[str, str]) -> Shortcut:
    return Shortcut(entry["callback_id"], entry["name"], entry["type"] == "message")
