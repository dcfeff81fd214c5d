"""The words that the checks know: one TOML file beside each check that needs some."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@cache
def word_list(name: str) -> Mapping[str, Any]:
    """The content of ``<name>.toml`` in this folder."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
