"""A statement as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.statement import phrases
from bot.statement.statement import Row, Statement

_SPECIAL = str.maketrans({"|": "\\|", "*": "\\*", "_": "\\_", "`": "\\`", "<": "&lt;"})


def as_markdown(statement: Statement) -> str:
    """The whole statement; every quote stands in a block quote, letter by letter."""
    return "\n".join(_lines(statement)) + "\n"


def _lines(statement: Statement) -> Iterator[str]:
    yield from (f"# {phrases.TITLE}", "", f"**{_escaped(statement.result)}**", "")
    yield from (f"## {phrases.FACTS}", "")
    yield from _table(phrases.FACT_COLUMNS, statement.facts)
    yield from ("", f"## {phrases.STEPS}", "")
    yield from _table(phrases.STEP_COLUMNS, _numbered(statement.steps))
    yield from ("", f"## {phrases.CLAUSES}", "")
    for clause in statement.clauses:
        yield from (f"> {line}" for line in _escaped(clause.words).split("\n"))
        yield from ("", f"—— {_escaped(clause.source)}", "")
    if statement.readings:
        yield from (f"## {phrases.READINGS}", "")
        yield from _table(phrases.READING_COLUMNS, statement.readings)
        yield ""
    if statement.notes:
        yield from (f"## {phrases.NOTES}", "")
        yield from (f"- {_escaped(note)}" for note in statement.notes)
        yield ""
    yield from (phrases.SIGNATURES, "", phrases.FOOTER)


def _numbered(rows: Sequence[Row]) -> list[Row]:
    return [(f"{place}. {row[0]}", *row[1:]) for place, row in enumerate(rows, start=1)]


def _table(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(_escaped(cell).replace(chr(10), '<br>') for cell in row)} |"


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)
