"""A library of documents that a test writes, each named 规则<id> and read as any text is."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from knowledge.library import Library


def small_library(folder: Path, texts: Mapping[str, str]) -> Library:
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    entries = []
    for name, text in texts.items():
        (folder / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
        entries.append(
            f'[[document]]\nid = "{name}"\nfile = "{name}.txt"\nissuer = "机构"\n'
            f'title = "规则{name}"\nshort = "规则{name}"\naliases = ["规则{name}"]\n'
            f'sha256 = "{sha256(text.encode()).hexdigest()}"\nreader = "generic"\n'
        )
    (folder / "catalogue.toml").write_text("\n".join(entries), encoding="utf-8")
    return Library.load(folder)
