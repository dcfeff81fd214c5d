"""One rule printed in several places, in one of them with words that widen or narrow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from knowledge.checks.finding import Finding, finding
from knowledge.checks.periods import periods
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.clause import Clause

NAME = "variants"

_ALIKE = 0.8
_LABEL = re.compile(r"^\*\*[^*]+\*\*|^[\u4e00-\u9fff]{2,10}[：:]|^此后[,，]?")


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence with a period in it, and its words without label, name and punctuation."""

    clause: Clause
    sentence: str
    words: str
    periods: tuple[str, ...]


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Groups of sentences that are one rule with the same periods and do not cover the same."""
    groups: list[list[Rule]] = []
    for rule in _rules(reviewed):
        near = next(
            (group for group in groups if any(_alike(rule, other) for other in group)), None
        )
        if near:
            near.append(rule)
        else:
            groups.append([rule])
    for group in groups:
        added = _added(group)
        if added:
            places = [(rule.clause, rule.sentence) for rule in group]
            told = "、".join(f"“{words}”" for words in added)
            yield finding(NAME, places, f"同一规定写了 {len(group)} 处，只有部分写明{told}。")


def _rules(reviewed: ReviewedDocument) -> Iterator[Rule]:
    for clause, sentence in reviewed.sentences():
        found = periods(sentence)
        if found:
            words = re.sub(r"\W", "", _LABEL.sub("", reviewed.without_name(sentence)))
            yield Rule(clause, sentence, words, found)


def _alike(first: Rule, second: Rule) -> bool:
    """Whether one sentence is the other with words put in."""
    if first.periods != second.periods or first.clause.ref == second.clause.ref:
        return False
    matcher = SequenceMatcher(None, first.words, second.words, autojunk=False)
    if matcher.quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE:
        return False
    return all(tag != "replace" for tag, *_ in matcher.get_opcodes())


def _added(group: list[Rule]) -> list[str]:
    """The words that stand in some of the sentences and not in the shortest of them."""
    shortest = min(group, key=lambda rule: len(rule.words)).words
    added: dict[str, None] = {}
    for rule in group:
        matcher = SequenceMatcher(None, shortest, rule.words, autojunk=False)
        for tag, _, _, start, end in matcher.get_opcodes():
            if tag == "insert":
                added[_whole(rule.words, start, end)] = None
    return list(added)


def _whole(words: str, start: int, end: int) -> str:
    """The inserted words moved to the right as far as they stay the same insertion."""
    while end < len(words) and words[start] == words[end]:
        start, end = start + 1, end + 1
    return words[start:end]
