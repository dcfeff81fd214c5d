"""Gives every part its number as staff cite it, unique in its document."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.clause import ClauseKind
from knowledge.readers.markers import Style
from knowledge.readers.node import Node


def number(nodes: Sequence[Node]) -> None:
    """Fill in ``node.number``; ``nodes`` in the order of the source, parents before children."""
    taken: set[str] = set()
    for node in nodes:
        if node.kind is ClauseKind.PARAGRAPH:
            node.label = _paragraph_label(node)
        node.number = next(spelling for spelling in _spellings(node) if spelling not in taken)
        taken.add(node.number)


def _paragraph_label(node: Node) -> str:
    """第2段; 末段 for the last one, where a list stands before it."""
    assert node.parent is not None
    siblings = node.parent.children
    paragraphs = [child for child in siblings if child.kind is ClauseKind.PARAGRAPH]
    at = siblings.index(node)
    after_list = any(_is_list(child) for child in siblings[:at])
    if node is paragraphs[-1] and after_list:
        return "末段"
    return f"第{node.parent.statements + paragraphs.index(node) + 1}段"


def _is_list(node: Node) -> bool:
    items = (node, *node.children) if node.kind is ClauseKind.PARAGRAPH else (node,)
    return any(item.kind is ClauseKind.ITEM for item in items)


def _spellings(node: Node):  # type: ignore[no-untyped-def]
    """The usual number first, then those that tell it from another part with the same number."""
    plain = _joined(_lender(node), node)
    yield plain
    if node.is_section:
        yield f"{plain} ({node.text.partition(chr(10))[0]})"
    elif node.parent and node.parent.kind is ClauseKind.PARAGRAPH:
        yield _joined(node.parent, node)
    for count in range(2, 1000):
        yield f"{plain} 〔{count}〕"


def _lender(node: Node) -> Node | None:
    """The part whose number begins this one's."""
    base = node.base()
    if node.kind is ClauseKind.ROW:
        return next((part for part in node.line_of_descent() if part.is_section), None)
    if node.style is Style.DECIMAL or (node.is_section and node.style is not Style.PART):
        return next(
            (p for p in node.line_of_descent() if p.kind is ClauseKind.ANNEX and p is not node),
            None,
        )
    return base


def _joined(lender: Node | None, node: Node) -> str:
    if lender is None:
        return node.label
    return f"{lender.number}{'' if lender.is_bare_note else ' '}{node.label}"
