"""What a person can do with an answer: the row of buttons below it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from bot.assistant.answer import Answer, AnswerKind, Citation
from bot.slack import ids, phrases
from bot.slack.asked import Asked
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block, Element
from bot.slack.forms.catalogue import Forms, forms_over
from bot.slack.forms.form import SCHEME, Form
from bot.slack.rulings import RulingSubject
from calculators.calculation import Calculation
from calculators.person_days import CALCULATOR as PERSON_DAYS
from knowledge.clause import ClauseRef
from knowledge.library import Library


def buttons_below(
    answer: Answer,
    asked: Asked,
    library: Library,
    is_private: bool,
    can_be_ruled_on: bool = False,
) -> Iterator[Block]:
    """👍 👎, the whole clause, other facts; to everybody, where only the person has seen it.

    Where the documents are silent, the question can be noted for those who look after the rules.
    """
    value = asked.to_value()
    elements = [
        *([kit.button(phrases.SHARE, ids.SHARE, value)] if is_private and value else ()),
        *_whole_clauses(answer.citations),
        *_other_facts(answer.calculations, library),
        *(_statement(answer.calculations, value) if value else ()),
        *(_wish(value) if value and answer.is_silence else ()),
        *(_feedback(value) if value and answer.kind is not AnswerKind.CLARIFICATION else ()),
        *(_ruling(answer.citations, asked) if can_be_ruled_on else ()),
    ]
    if elements:
        yield kit.actions(*elements)


def _statement(calculations: Sequence[Calculation], value: str) -> list[Element]:
    """The record that is filed with a contract is made from one person-day result."""
    if [each.calculator for each in calculations] != [PERSON_DAYS]:
        return []
    return [kit.button(phrases.MAKE_STATEMENT, ids.MAKE_STATEMENT, value)]


def _wish(value: str) -> list[Element]:
    return [kit.button(phrases.WANT_RULE, ids.WANT_RULE, value)]


def _feedback(value: str) -> list[Element]:
    return [
        kit.button(phrases.PRAISE, ids.PRAISE, value),
        kit.button(phrases.COMPLAIN, ids.COMPLAIN, value),
    ]


def _ruling(citations: Sequence[Citation], asked: Asked) -> list[Element]:
    value = RulingSubject(asked.words, _refs(citations)).to_value()
    return [kit.button(phrases.RULE, ids.RULE, value)] if value else []


def _refs(citations: Sequence[Citation]) -> tuple[ClauseRef, ...]:
    return tuple(dict.fromkeys(citation.quote.ref for citation in citations))


def _whole_clauses(citations: Sequence[Citation]) -> list[Element]:
    """One clause by a button, one of several by a menu."""
    refs = _refs(citations)
    if len(refs) == 1:
        return [kit.button(phrases.READ_WHOLE, ids.READ_WHOLE, ref_value(refs[0]))]
    options = [kit.option(str(ref), ref_value(ref)) for ref in refs]
    return [kit.menu(ids.READ_WHOLE, options, phrases.READ_WHOLE)] if options else []


def ref_value(ref: ClauseRef) -> str:
    """A clause number as the value of a button."""
    return json.dumps([ref.document, ref.number], ensure_ascii=False)


def ref_in(value: str) -> ClauseRef:
    """Reads what :func:`ref_value` wrote."""
    return ClauseRef(*json.loads(value))


def facts_in(value: str, forms: Forms) -> tuple[Form, dict[str, str]]:
    """The form and the facts that the button for other facts carries."""
    carried = json.loads(value)
    return forms.by_callback_id[carried["form"]], carried["facts"]


def _other_facts(calculations: Sequence[Calculation], library: Library) -> list[Element]:
    """A button that opens the form with the facts of the one calculation shown."""
    if len(calculations) != 1:
        return []
    (calculation,) = calculations
    form = forms_over(library.documents).by_calculator.get(calculation.calculator)
    if form is None:
        return []
    facts = {name: str(value) for name, value in calculation.inputs.items() if value is not None}
    names = {field.name for field in form.fields}
    kept = {name: value for name, value in facts.items() if name in names}
    value = json.dumps(
        {"form": form.callback_id, "facts": kept | {SCHEME: calculation.document}},
        ensure_ascii=False,
    )
    return [kit.button(phrases.CHANGE_FACTS, ids.CHANGE_FACTS, value)]
