"""What was taken out of a file, and what was left in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file as the general reader reads it: a table row is a line with tabs.

    ``left_out`` says in Chinese what the file holds and the text does not (pictures, footnotes);
    ``reader`` is the layout of :mod:`knowledge.readers` for its lines.
    """

    text: str
    reader: str
    left_out: tuple[str, ...] = ()
