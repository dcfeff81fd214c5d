"""What a question means, as far as its words tell: the input of routing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.assistant.understanding.amounts import Amounts, find_amounts
from bot.assistant.understanding.cues import Cues
from bot.assistant.understanding.date_roles import DatedFact, date_facts
from bot.assistant.understanding.dates import find_dates
from bot.assistant.understanding.negation import without_denied
from bot.assistant.understanding.normalising import NormalText, normalise
from bot.assistant.understanding.schemes import NamedSchemes, SchemeFinder
from bot.assistant.understanding.topics import Topic, backward_topics, deadline_topics
from knowledge.glossary import Glossary

_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question taken apart. Strings are meanings of `cues.toml` and topics of `topics.toml`.

    ``words`` is the text in the documents' words with its dates blanked; ``registered`` are days
    that the register knows, by the names of the ``ask`` contract.
    """

    text: NormalText
    words: str
    schemes: NamedSchemes
    intents: frozenset[str]
    audit_types: tuple[str, ...]
    risks: tuple[str, ...]
    site_kinds: tuple[str, ...]
    wants: frozenset[str]
    reductions: tuple[str, ...]
    order: tuple[str, ...]
    amounts: Amounts
    dates: tuple[DatedFact, ...]
    topics: tuple[str, ...]
    backwards: frozenset[str] = frozenset()
    registered: Mapping[str, date] = field(default_factory=dict)

    @property
    def exact_dates(self) -> tuple[DatedFact, ...]:
        """The dates that name a day."""
        return tuple(fact for fact in self.dates if fact.exact)

    @property
    def vague_dates(self) -> tuple[str, ...]:
        """The words for a time that name no day: 上旬, 3月, 正月初五."""
        return tuple(fact.words for fact in self.dates if not fact.exact)

    @property
    def words_without_schemes(self) -> str:
        """The words as typed, errors mended, without schemes unless there is nothing else."""
        return self.schemes.rest or self.text.corrected

    @property
    def search_text(self) -> str:
        """What to search for: the words as typed, without schemes, and what they mean."""
        typed = self.text.corrected
        meant = " ".join(each.means for each in self.text.replacements if each.means not in typed)
        return f"{self.words_without_schemes} {meant}".strip()

    @property
    def has_words(self) -> bool:
        """Whether anything was said at all."""
        return bool(_LETTER.search(self.text.typed))


@dataclass(frozen=True, slots=True)
class QuestionReader:
    """Reads questions with one vocabulary."""

    glossary: Glossary
    cues: Cues
    topics: tuple[Topic, ...]
    schemes: SchemeFinder

    def read(self, text: str, today: date) -> Understanding:
        """Take a question apart; nothing is looked up or computed."""
        normal = normalise(text, self.glossary)
        mentions = find_dates(normal.read, today)
        taken = tuple((mention.start, mention.end) for mention in mentions)
        names = self.schemes.numbers(normal.read)
        words = " ".join(_without(normal.read, taken).split())
        meant = without_denied(words)
        return Understanding(
            text=normal,
            words=words,
            schemes=self.schemes.find(normal.corrected),
            intents=frozenset(self.cues.meanings("intent", words)),
            audit_types=self.cues.in_text_order("audit_type", meant),
            risks=self.cues.in_text_order("risk", meant),
            site_kinds=self.cues.meanings("sites", words),
            wants=frozenset(self.cues.meanings("wants", words)),
            reductions=self.cues.meanings("reductions", words),
            order=self.cues.in_text_order("first", words),
            amounts=find_amounts(normal.read, self.cues, (*taken, *names)),
            dates=date_facts(normal.read, mentions, self.cues),
            topics=deadline_topics(words, self.topics),
            backwards=backward_topics(words, self.topics),
        )


def _without(text: str, stretches: tuple[tuple[int, int], ...]) -> str:
    """The text with some stretches blanked, so that dates give no cues."""
    characters = list(text)
    for start, end in stretches:
        characters[start:end] = " " * (end - start)
    return "".join(characters)
