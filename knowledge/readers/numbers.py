"""Gives every part its number as staff cite it, unique in its document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from knowledge.clause import ClauseKind
from knowledge.readers.markers import Style
from knowledge.readers.node import Node


def number(nodes: Sequence[Node]) -> None:
    """Fill in ``node.number``; ``nodes`` in the order of the source, parents before children."""
    taken: set[str] = set()
    roots = [node for node in nodes if node.parent is None]
    for node in nodes:
        if node.kind is ClauseKind.PARAGRAPH:
            node.label = _paragraph_label(node, roots)
        node.number = next(spelling for spelling in _spellings(node) if spelling not in taken)
        taken.add(node.number)


def _paragraph_label(node: Node, roots: list[Node]) -> str:
    """第2段; 末段 for the last one, where a list stands before it."""
    siblings = node.parent.children if node.parent else roots
    paragraphs = [child for child in siblings if child.kind is ClauseKind.PARAGRAPH]
    before = siblings[: siblings.index(node)]
    if node.parent and node is paragraphs[-1] and any(map(_is_list, before)):
        return "末段"
    own = node.parent.statements if node.parent else 0
    return f"第{own + paragraphs.index(node) + 1}段"


def _is_list(node: Node) -> bool:
    items = (node, *node.children) if node.kind is ClauseKind.PARAGRAPH else (node,)
    return any(item.kind is ClauseKind.ITEM for item in items)


def _spellings(node: Node) -> Iterator[str]:
    """The usual number first, then those that tell it from another part with the same number."""
    plain = _joined(_lender(node), node)
    yield plain
    if node.is_section and node.paragraphs:
        yield f"{plain} ({''.join(node.paragraphs[0])})"
    elif node.kind is ClauseKind.TABLE:
        yield from (f"{plain}{further}" for further in count(2))
    elif node.parent and node.parent.kind is ClauseKind.PARAGRAPH:
        yield _joined(node.parent, node)
    yield from (f"{plain} 〔{further}〕" for further in count(2))


def _lender(node: Node) -> Node | None:
    """The part whose number begins this one's."""
    above = [part for part in node.line_of_descent() if part is not node]
    if node.kind is ClauseKind.ROW:
        return next((part for part in above if part.is_section), None)
    if node.style is Style.DECIMAL and not node.label[0].isdigit():
        return None
    if node.is_section and node.style not in (Style.PART, Style.CHAPTER):
        return next((part for part in above if part.kind is ClauseKind.ANNEX), None)
    lent = (ClauseKind.PARAGRAPH, ClauseKind.TABLE)
    return next((part for part in above if part.kind not in lent), None)


def _joined(lender: Node | None, node: Node) -> str:
    if lender is None:
        return node.label
    return f"{lender.number}{'' if lender.is_bare_note else ' '}{node.label}"
