"""Asking back: only what changes the result, with the legal values where there are few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot import wording
from bot.assistant.answer import Clarification, Option
from bot.assistant.scope import scheme_options
from calculators.audit_types import AuditType, RiskLevel
from knowledge.library import Library

_AUDITS = (AuditType.INITIAL, AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)

# How the facts that are days are named.
_DAYS = ("_date", "_end")


def clarification_for(
    names: Iterable[str],
    library: Library,
    documents: tuple[str, ...] = (),
    vague_dates: Sequence[str] = (),
) -> Clarification:
    """The question back for missing facts; ``documents`` narrows the schemes to choose from.

    Where a day is missing, ``vague_dates`` are the words that were told instead of it.
    """
    ask = tuple(dict.fromkeys(names))
    options = tuple(option for name in ask for option in _options(name, library, documents))
    prompt = wording.ask_for(ask)
    if vague_dates and any(name.endswith(_DAYS) for name in ask):
        prompt += wording.vague_dates(vague_dates)
    return Clarification(ask, prompt, options)


def _options(name: str, library: Library, documents: tuple[str, ...]) -> tuple[Option, ...]:
    match name:
        case "scheme":
            return scheme_options(library, documents)
        case "audit_type":
            return tuple(Option(name, kind.value, kind.label) for kind in _AUDITS)
        case "risk_level":
            return tuple(Option(name, level.value, level.label) for level in RiskLevel)
        case "site_similarity":
            return (
                Option(name, "similar", wording.SIMILAR_SITES),
                Option(name, "dissimilar", wording.DISSIMILAR_SITES),
            )
        case _:
            return ()
