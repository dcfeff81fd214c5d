"""How far two writings of a word are apart."""

from __future__ import annotations


def distance(one: str, other: str) -> int:
    """How many characters have to be changed, put in, left out or swapped with the next."""
    before, row = [], list(range(len(other) + 1))
    for place, sign in enumerate(one, 1):
        before, last, row = row, before, [place]
        for at, wanted in enumerate(other, 1):
            change = before[at - 1] + (sign != wanted)
            best = min(change, before[at] + 1, row[at - 1] + 1)
            swapped = at > 1 and place > 1 and sign == other[at - 2] and one[place - 2] == wanted
            row.append(min(best, last[at - 2] + 1) if swapped else best)
    return row[-1]
