"""Looks things up in the XML of a Word document."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_NAMES = {"w": W.strip("{}")}


def parts(element: Any, path: str) -> list[Any]:
    """The elements under this one at a path: ``w:pPr/w:numPr``."""
    return list(element.findall(path, _NAMES))


def value(element: Any, path: str) -> str:
    """The ``w:val`` of the first element at a path; empty where there is none or no element."""
    found = None if element is None else element.find(path, _NAMES)
    return attribute(found, "val") if found is not None else ""


def attribute(element: Any, name: str) -> str:
    """An attribute of Word's own; empty where it is not set."""
    return str(element.get(W + name) or "")
