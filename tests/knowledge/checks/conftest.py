"""Small documents for the checks, read by the reader for documents that nobody has described."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from knowledge import Document, Library
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


@pytest.fixture
def review() -> Review:
    """A document with this text under review; title and aliases are those of a catalogue."""

    def made(
        text: str, title: str = "能源管理体系认证规则", aliases: tuple[str, ...] = ()
    ) -> ReviewedDocument:
        document = Document(
            id="D",
            file="D.txt",
            issuer="某认证中心",
            title=title,
            short="某规则",
            version="",
            effective_from=None,
            aliases=aliases,
            weak_aliases=(),
            body_aliases=(),
            beyond=(),
            sha256="",
            reader="generic",
        )
        return ReviewedDocument(Library((document,), {"D": dedent(text)}), document)

    return made
