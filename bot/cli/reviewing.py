"""Walks a person through proposals for the question bank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from knowledge.clause import ClauseRef
from knowledge.library import Library

if TYPE_CHECKING:
    from bot.store.question_review import Proposal, QuestionReview

_SKIP, _QUIT = "s", "q"
_SHOWN = 60


def review_all(
    proposals: Sequence[Proposal],
    reviewing: QuestionReview,
    library: Library,
    folder_of: Callable[[str], Path],
) -> bool:
    """Asks about each; whether any was taken. ``folder_of`` is where a document's questions go."""
    from bot.store import phrases
    from bot.store.bank_additions import add_question

    is_any_taken = False
    for proposal in proposals:
        _show(proposal, library)
        chosen = _decision(proposal)
        if chosen is None:
            break
        for ref in chosen:
            file = add_question(folder_of(ref.document), ref, proposal.question)
            click.echo(phrases.accepted(file))
            is_any_taken = True
        reviewing.decided(proposal, chosen)
    return is_any_taken


def _show(proposal: Proposal, library: Library) -> None:
    click.echo(f"\n{proposal.question}")
    for number, ref in enumerate(proposal.cited, start=1):
        words = " ".join(library.quote(ref).text.split())
        click.echo(f"  {number}. {ref}　{words[:_SHOWN]}")


def _decision(proposal: Proposal) -> tuple[ClauseRef, ...] | None:
    """The clauses chosen, none of them to pass the question over; None to end."""
    from bot.store import phrases

    while True:
        said = click.prompt(phrases.DECIDE, prompt_suffix="：").strip().casefold()
        if said == _QUIT:
            return None
        if said == _SKIP:
            return ()
        by_number = {str(number): ref for number, ref in enumerate(proposal.cited, start=1)}
        numbers = dict.fromkeys(said.split())
        if numbers and by_number.keys() >= numbers.keys():
            return tuple(by_number[number] for number in numbers)
        click.echo(phrases.NOT_A_DECISION)
