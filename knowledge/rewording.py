"""What changed between two wordings, in pieces that a person can read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Numbers and Latin words are replaced whole: 30 → 60, not 3 → 6.
_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*[%％]?|[A-Za-z]+|\s+|.", re.DOTALL)
_TOO_SHORT_TO_KEEP = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both wordings; where it is unchanged both say the same."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether nothing changed here."""
        return self.old == self.new


def rewording(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two wordings, in order; their ``old`` joined is the old wording."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pieces = [
        Piece("".join(before[a:b]), "".join(after[c:d])) for _, a, b, c, d in matcher.get_opcodes()
    ]
    return tuple(_joined(pieces))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A character or so that stays between two changes is taken as changed with them."""
    held: Piece | None = None
    for at, piece in enumerate(pieces):
        inner = 0 < at < len(pieces) - 1
        if held and (not piece.is_same or (inner and len(piece.old) < _TOO_SHORT_TO_KEEP)):
            held = Piece(held.old + piece.old, held.new + piece.new)
        elif piece.is_same:
            if held:
                yield held
            held = None
            yield piece
        else:
            held = piece
    if held:
        yield held
