"""What the package offers, and that nobody else makes a quote."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import knowledge

ROOT = Path(knowledge.__file__).parent.parent
PACKAGES = ("bot", "calculators", "indexes", "knowledge")


def test_package_offers_the_library_and_its_types() -> None:
    assert knowledge.__all__ == [
        "Clause",
        "ClauseKind",
        "ClauseRef",
        "Document",
        "Library",
        "Quote",
        "Span",
    ]
    assert all(hasattr(knowledge, name) for name in knowledge.__all__)


def test_only_the_library_makes_a_quote() -> None:
    makers = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for name in _called_names(ast.parse(path.read_text("utf-8")))
        if name == "Quote"
    }
    assert makers == {"knowledge/library.py"}


def _called_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
