"""Asking back: only what changes the result, with the legal values where there are few."""

from __future__ import annotations

from collections.abc import Iterable

from bot import wording
from bot.assistant.answer import Clarification, Option
from bot.assistant.scope import scheme_options
from calculators.audit_types import AuditType, RiskLevel
from knowledge.library import Library

_AUDITS = (AuditType.INITIAL, AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)


def clarification_for(
    names: Iterable[str], library: Library, documents: tuple[str, ...] = ()
) -> Clarification:
    """The question back for missing facts; ``documents`` narrows the schemes to choose from."""
    ask = tuple(dict.fromkeys(names))
    options = tuple(option for name in ask for option in _options(name, library, documents))
    return Clarification(ask, wording.ask_for(ask), options)


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
