"""The one name for JSON objects that travel between Slack and an app."""

from __future__ import annotations

from typing import Any

JsonObject = dict[str, Any]
