"""A certificate in Slack: its facts, what it owes with the clauses, and what can be done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.register import phrases as register_phrases
from bot.register.record import CertificateRecord
from bot.slack import desk_phrases, ids
from bot.slack import register_phrases as reminder_phrases
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block, Element
from bot.slack.blocks.message import Group, Message, pack
from bot.slack.blocks.rich_text import paragraph, plain
from bot.slack.mentioning import mention_element
from bot.slack.text import shorten
from calculators.obligations import Survey
from calculators.obligations.obligation import Obligation, State
from calculators.obligations.terms import obligation_terms
from knowledge.library import Library

# A table of so many rows still fits one message.
_ROWS = 20
_MOST_OPTIONS = 100
# Menus of more would not fit below the table in one message.
_MOST_URGENT = 8
_FIELD = 500


@dataclass(frozen=True, slots=True)
class Shown:
    """A certificate with what it is and owes on a day."""

    record: CertificateRecord
    survey: Survey
    today: date
    library: Library

    @property
    def scheme(self) -> str:
        """What staff call the scheme."""
        return self.library.document(self.record.particulars.document).short

    @property
    def line(self) -> str:
        """Organization, scheme and number."""
        said = self.record
        return f"{said.organization.name} · {self.scheme} {said.particulars.number}"

    @property
    def open(self) -> tuple[Obligation, ...]:
        """What is not met: overdue first, then by last day."""
        return tuple(each for each in self.survey.obligations if each.state is not State.MET)

    def clause(self, obligation: Obligation) -> str:
        """Where the rule stands."""
        ref = obligation.clause.ref
        return f"{self.library.document(ref.document).short} {ref.number}"


def certificate_messages(shown: Shown) -> tuple[Message, ...]:
    """Everything about one certificate."""
    return pack(certificate_text(shown), _groups(shown))


def certificate_text(shown: Shown) -> str:
    """The certificate in plain words, a paragraph for each thing that it owes."""
    facts = "，".join(f"{field}：{value}" for field, value in _facts(shown))
    lines = [f"{shown.line}（{shown.survey.status.label}）", facts]
    lines += [obligation_line(each, shown) for each in shown.open]
    return "\n\n".join(lines)


def obligation_line(obligation: Obligation, shown: Shown) -> str:
    """What is owed, by when and by which clause."""
    said = [_left(obligation, shown.today), shown.clause(obligation)]
    return f"{_when(obligation)} {obligation.label}（{'，'.join(filter(None, said))}）"


def _groups(shown: Shown) -> Iterator[Group]:
    cells = [shorten(f"{field}：{value}", _FIELD) for field, value in _facts(shown)]
    owner = shown.record.particulars.owner
    facts: list[Block] = [
        kit.header(shown.record.organization.name),
        kit.fields(cells),
    ]
    if owner:
        words = plain(f"{register_phrases.OWNER}：")
        facts.append(paragraph(words, mention_element(owner)))
    yield facts
    yield from _tables(shown)
    for gap in shown.survey.gaps:
        yield [kit.small_print(desk_phrases.gap(gap.label, gap.text))]
    yield list(_doing(shown))


def _facts(shown: Shown) -> Iterator[tuple[str, str]]:
    said, survey = shown.record.particulars, shown.survey
    yield register_phrases.SCHEME, shown.scheme
    yield register_phrases.NUMBER, said.number
    yield desk_phrases.STATUS, survey.status.label
    if survey.issued:
        yield desk_phrases.ISSUED_ON, survey.issued.isoformat()
    if survey.expires:
        yield register_phrases.EXPIRES, _expires(shown)
    counts = {register_phrases.HEADCOUNT: said.headcount, register_phrases.SITES: said.sites}
    for field, count in counts.items():
        if count is not None:
            yield field, str(count)
    if said.risk:
        yield register_phrases.RISK, said.risk.label
    if shown.record.organization.short_names:
        yield register_phrases.SHORT_NAME, "、".join(shown.record.organization.short_names)


def _expires(shown: Shown) -> str:
    """The day of expiry, marked where no certificate has it printed on it."""
    expires = shown.survey.expires
    printed = any(each.event.expires == expires for each in shown.record.events)
    return f"{expires}" if printed else desk_phrases.computed(f"{expires}")


def _tables(shown: Shown) -> Iterator[Group]:
    met = [each for each in shown.survey.obligations if each.state is State.MET]
    owed = [*shown.open, *met]
    if not owed:
        yield [kit.small_print(desk_phrases.NOTHING_OWED)]
    for start in range(0, len(owed), _ROWS):
        rows = [_row(each, shown) for each in owed[start : start + _ROWS]]
        yield [kit.table(desk_phrases.OBLIGATION_COLUMNS, rows)]


def _row(obligation: Obligation, shown: Shown) -> tuple[str, ...]:
    return (
        obligation.label,
        _when(obligation),
        _state(obligation),
        _left(obligation, shown.today),
        obligation.clause.ref.number,
    )


def _when(obligation: Obligation) -> str:
    earliest, due = obligation.earliest, obligation.due
    if due is None:
        return desk_phrases.not_before(f"{earliest}")
    return desk_phrases.between(f"{earliest}", f"{due}") if earliest else f"{due}"


def _state(obligation: Obligation) -> str:
    if obligation.met_by is None:
        return obligation.state.label
    return desk_phrases.met_on(obligation.met_by.on, is_late=obligation.is_late)


def _left(obligation: Obligation, today: date) -> str:
    left = obligation.days_left(today)
    if left is None or obligation.met_by is not None:
        return ""
    return reminder_phrases.days_left(left)


def _doing(shown: Shown) -> Iterator[Block]:
    """Three menus over what is open, and buttons for the certificate itself."""
    record = shown.record
    due = [each for each in shown.open if each.due]
    can_be_done = [each for each in due if obligation_terms().topics[each.topic].met_by]
    choices = (
        (ids.OBLIGATION_DONE, can_be_done[:_MOST_URGENT], reminder_phrases.DONE),
        (ids.OBLIGATION_PUT_OFF, due[:_MOST_URGENT], reminder_phrases.PUT_OFF),
        (ids.OBLIGATION_CLAUSE, shown.open[:_MOST_OPTIONS], reminder_phrases.READ_CLAUSE),
    )
    menus = [
        kit.menu(action, [_option(each, record) for each in owed], label)
        for action, owed, label in choices
        if owed
    ]
    if menus:
        yield kit.actions(*menus)
    yield kit.actions(
        kit.button(desk_phrases.ADD_EVENT, ids.CERTIFICATE_EVENT, str(record.id)),
        kit.button(desk_phrases.CORRECT, ids.CERTIFICATE_CORRECT, str(record.id)),
        kit.button(desk_phrases.HISTORY, ids.CERTIFICATE_HISTORY, str(record.id)),
    )


def _option(obligation: Obligation, record: CertificateRecord) -> Element:
    label = f"{obligation.due or obligation.earliest} {obligation.label}"
    return kit.option(label, json.dumps([record.id, obligation.key], ensure_ascii=False))


def open_certificate_menu(
    records: Sequence[tuple[CertificateRecord, str]], action: str = ids.CERTIFICATE_SHOW
) -> Element:
    """A menu of these certificates; with each is what it is called."""
    options = [kit.option(words, str(record.id)) for record, words in records]
    return kit.menu(action, options, desk_phrases.OPEN)
