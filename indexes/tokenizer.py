"""Cuts Chinese text into the tokens that the indexes and the embedding model are made of.

Words come from jieba with a dictionary of our own: jieba's own takes a second to load, and its
hidden Markov model invents words that change with the sentence around them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import jieba

_FOLDER = Path(__file__).parent
COMMON_WORDS = _FOLDER / "common_words.txt"
DOMAIN_WORDS = _FOLDER / "domain_words.txt"
STOP_WORDS = _FOLDER / "stop_words.txt"

# A standard's number is one token however it is spaced: ISO/IEC 27017, GB/T 27065-2015, CNAS-CC170.
_STANDARD = (
    r"(?:iso(?:/iec)?|iec|gb(?:/[tz])?|rb/t|t/[a-z]+|cnas(?:-[a-z]+)?)[\s\-]*\d+(?:[.\-:]\d+)*"
)
_PIECE = re.compile(rf"({_STANDARD})|([a-z0-9]+(?:[./\-:][a-z0-9]+)*)|([\u3400-\u9fff]+)")
_PARTS = re.compile(r"[a-z]+|\d+")
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Full-width to half-width, lower case; what every token is cut from."""
    return unicodedata.normalize("NFKC", text).lower()


def pieces(text: str) -> Iterable[tuple[str, bool]]:
    """The runs of Chinese characters and of Latin letters and digits; True marks a Chinese one.

    A Latin run with inner marks (``5.4.5``, ``iso/iec27017``) comes whole, then in its parts.
    """
    for match in _PIECE.finditer(normalise(text)):
        standard, latin, chinese = match.groups()
        if chinese:
            yield chinese, True
            continue
        whole = _SPACE.sub("", standard or latin)
        yield whole, False
        parts = _PARTS.findall(whole)
        if len(parts) > 1:
            yield from ((part, False) for part in parts)


class Tokenizer:
    """Words, and character n-grams, of a text."""

    def __init__(
        self,
        common: Path = COMMON_WORDS,
        domain: Path = DOMAIN_WORDS,
        stop: Path = STOP_WORDS,
    ) -> None:
        self._files = (common, domain, stop)
        self._jieba = _dictionary(common, domain)
        self._stop = frozenset(stop.read_text(encoding="utf-8").split())

    def words(self, text: str) -> list[str]:
        """The words of a text without those of the stop list."""
        return [word for word in self.all_words(text) if word not in self._stop]

    def all_words(self, text: str) -> list[str]:
        """The words of a text, Latin ones whole and in parts, those of the stop list too."""
        found: list[str] = []
        for piece, chinese in pieces(text):
            found.extend(self._jieba.cut(piece, HMM=False)) if chinese else found.append(piece)
        return found

    def terms(self, text: str) -> list[str]:
        """What the lexical index counts: words, marked apart from single and paired characters."""
        return [f"w{word}" for word in self.words(text) if _is_word(word)] + ngrams(text, 2)

    def features(self, text: str) -> list[str]:
        """What the embedding model sums: words and n-grams of one to three characters."""
        return [f"w{word}" for word in self.all_words(text) if _is_word(word)] + ngrams(text, 3)

    @property
    def fingerprint(self) -> dict[str, str]:
        """The version of jieba and the sha256 of each word list; an index depends on them."""
        hashes = {file.stem: sha256(file.read_bytes()).hexdigest() for file in self._files}
        return {"jieba": jieba.__version__, **hashes}


def ngrams(text: str, longest: int) -> list[str]:
    """The character n-grams of the Chinese runs, each marked with its length."""
    found: list[str] = []
    for piece, chinese in pieces(text):
        if chinese:
            for size in range(1, longest + 1):
                found.extend(
                    f"{size}{piece[start : start + size]}" for start in range(len(piece) - size + 1)
                )
    return found


def _is_word(word: str) -> bool:
    """Single Chinese characters are n-grams already; single letters and digits are not."""
    return len(word) > 1 or word.isascii()


def surface(feature: str) -> str:
    """The characters of a feature or term, without its mark."""
    return feature[1:]


@cache
def default_tokenizer() -> Tokenizer:
    """The tokenizer with the bundled word lists, loaded once."""
    return Tokenizer()


def _dictionary(common: Path, domain: Path) -> jieba.Tokenizer:
    """A jieba tokenizer over our two lists, filled directly so that jieba writes no cache file."""
    frequencies = {
        word: int(count)
        for word, count in (line.split(" ") for line in common.read_text("utf-8").splitlines())
    }
    strongest = max(frequencies.values())
    frequencies.update(dict.fromkeys(domain.read_text(encoding="utf-8").split(), strongest))
    tokenizer = jieba.Tokenizer()
    tokenizer.total = sum(frequencies.values())
    for word in list(frequencies):
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    tokenizer.FREQ = frequencies
    tokenizer.initialized = True
    return tokenizer
