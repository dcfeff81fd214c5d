"""The words of the parts of a Word document, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from knowledge.ingestion.word_elements import W, attribute, parts, value

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {
    W + "tab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    _M + "rad": "√",
}
_SKIPPED = frozenset(
    {W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "txbxContent", _FALLBACK}
)
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:\d|heading|标题)|^toc\d", re.IGNORECASE)
_DEEPEST = 6
_BODY_LEVEL = 9


def blocks(container: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body, a cell or a box, without Word's table of contents."""
    for child in container:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag == W + "sdt":
            if not _holds_contents(child):
                yield from (
                    each for content in parts(child, "w:sdtContent") for each in blocks(content)
                )
        elif child.tag in (W + "ins", W + "moveTo", W + "customXml", W + "smartTag"):
            yield from blocks(child)


def boxes(paragraph: Any) -> list[Any]:
    """The contents of the text boxes that hang on a paragraph, each once."""
    return [
        box
        for box in paragraph.iter(W + "txbxContent")
        if not any(above.tag == _FALLBACK for above in box.iterancestors())
    ]


def printed(element: Any) -> str:
    """The words of a paragraph with line breaks, without deleted words and text boxes."""
    words = ""
    for child in element:
        if child.tag in _SKIPPED or _is_page_break(child):
            continue
        if child.tag in (W + "t", _M + "t"):
            words += child.text or ""
        elif child.tag == _M + "f":
            words += "/".join(printed(part) for part in child if part.tag != _M + "fPr")
        else:
            words += _SIGNS.get(child.tag, "") + printed(child)
    return words


def heading_level(paragraph: Any, styles: Any) -> int:
    """1 to 6 where the paragraph is a heading by its style or outline level, else 0."""
    own = value(paragraph, "w:pPr/w:outlineLvl")
    style = value(paragraph, "w:pPr/w:pStyle")
    level = int(own) + 1 if own else _level_of_style(style, styles)
    return min(level, _DEEPEST) if level <= _BODY_LEVEL else 0


def is_contents(paragraph: Any, styles: Any) -> bool:
    """Whether the paragraph is a line of a table of contents that Word has made."""
    style = value(paragraph, "w:pPr/w:pStyle")
    return any(_CONTENTS.match(name) for name in (style, _name_of_style(style, styles)))


def _level_of_style(style: str, styles: Any) -> int:
    named = _HEADING.match(_name_of_style(style, styles))
    level = value(_style(style, styles), "w:pPr/w:outlineLvl")
    return int(named.group(1)) if named else int(level) + 1 if level else 0


def _name_of_style(style: str, styles: Any) -> str:
    return value(_style(style, styles), "w:name")


def _style(style: str, styles: Any) -> Any:
    """The style with this id, or None."""
    found = (each for each in parts(styles, "w:style") if attribute(each, "styleId") == style)
    return next(found, None)


def _holds_contents(block: Any) -> bool:
    galleries = (attribute(each, "val") for each in block.iter(W + "docPartGallery"))
    return "Table of Contents" in galleries


def _is_page_break(element: Any) -> bool:
    return bool(element.tag == W + "br" and attribute(element, "type") in ("page", "column"))
