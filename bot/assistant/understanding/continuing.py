"""Short replies in a conversation: 「那再认证呢？」 「换成200人」 「网安联的呢」."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import reduce

from bot.assistant.answer import Question
from bot.assistant.understanding.amounts import Amounts
from bot.assistant.understanding.date_roles import DatedFact
from bot.assistant.understanding.normalising import NormalText
from bot.assistant.understanding.understanding import QuestionReader, Understanding

# What a reply may leave out because it was said before; what it says itself counts instead.
_LEFT_OUT = (
    *("intents", "topics", "wants", "order", "backwards"),
    *("audit_types", "risks", "site_kinds", "reductions"),
)


def read_conversation(reader: QuestionReader, question: Question) -> Understanding:
    """What a question means after those asked before it."""
    texts = (*question.before, question.text)
    return reduce(continued, (reader.read(text, question.today) for text in texts))


def continued(before: Understanding, now: Understanding) -> Understanding:
    """What is meant now, completed by what was said before.

    A reply that asks something of its own keeps only the scheme that the talk was about.
    """
    has_scheme = now.schemes.ours or now.schemes.others
    now = replace(now, schemes=now.schemes if has_scheme else before.schemes)
    if now.intents:
        return now
    kept = {name: getattr(now, name) or getattr(before, name) for name in _LEFT_OUT}
    return replace(
        now,
        text=_together(before.text, now.text),
        words=f"{before.words}，{now.words}",
        amounts=_amounts(before.amounts, now.amounts),
        dates=_dates(before.dates, now.dates),
        **kept,
    )


def _together(before: NormalText, now: NormalText) -> NormalText:
    return NormalText(
        f"{before.typed}，{now.typed}",
        f"{before.corrected}，{now.corrected}",
        f"{before.read}，{now.read}",
        tuple(dict.fromkeys((*before.replacements, *now.replacements))),
    )


def _amounts(before: Amounts, now: Amounts) -> Amounts:
    said = {field.name: getattr(now, field.name) for field in fields(now)}
    if before.headcounts and len(now.unclaimed) == 1:  # 「那150呢」
        said["headcounts"] = said["headcounts"] or (int(now.unclaimed[0].value),)
    return replace(before, **{name: value for name, value in said.items() if value})


def _dates(before: tuple[DatedFact, ...], now: tuple[DatedFact, ...]) -> tuple[DatedFact, ...]:
    """The new dates, and the earlier ones that are dates of something else."""
    new_roles = {role for fact in now for role in fact.roles[:1]}
    return (*now, *(fact for fact in before if not new_roles & set(fact.roles[:1])))
