"""The forms that bare commands open: for person-days, deadlines, sampling, fees and clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot import wording
from bot.slack import ids, phrases
from bot.slack.forms.feedback import feedback_form
from bot.slack.forms.field import Choice, Field, FieldKind
from bot.slack.forms.form import SCHEME, Faults, Form, Values
from calculators.audit_types import AuditType, RiskLevel
from knowledge.catalogue import Document

_AUDITS = (AuditType.INITIAL, AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)
_WHAT, _WORDS = "what", "words"
# A date that cannot lie before the other, by the names of their fields.
_ORDER = (
    ("issue_date", "last_surveillance_date"),
    ("issue_date", "expiry_date"),
    ("stage_1_end", "stage_2_end"),
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The form behind each command, for each calculator, and by the id that Slack brings back."""

    by_command: Mapping[str, Form]
    by_calculator: Mapping[str, Form]
    by_callback_id: Mapping[str, Form]


@cache
def forms_over(documents: tuple[Document, ...]) -> Forms:
    """The forms for the schemes of these documents."""
    scheme = _scheme(documents)
    mandays = _mandays(scheme)
    deadline = _deadline(scheme)
    sampling = _sampling(scheme)
    fee = Form(ids.FEE_FORM, phrases.FEE_TITLE, (scheme, _what(phrases.FEES)))
    words = _words(phrases.CLAUSE_WORDS)
    clause = Form(ids.CLAUSE_FORM, phrases.CLAUSE_TITLE, (scheme, words), send=phrases.FORM_LOOK_UP)
    compare = _compare()
    by_command = {
        ids.MANDAYS: mandays,
        ids.DEADLINE: deadline,
        ids.SAMPLING: sampling,
        ids.FEE: fee,
        ids.CLAUSE: clause,
        ids.COMPARE: compare,
    }
    by_calculator = {"mandays": mandays, "deadline": deadline, "sampling": sampling, "fee": fee}
    every = (*by_command.values(), feedback_form())
    return Forms(by_command, by_calculator, {form.callback_id: form for form in every})


def _scheme(documents: Sequence[Document]) -> Field:
    choices = tuple(Choice(document.id, document.short) for document in documents)
    return Field(SCHEME, FieldKind.MENU, phrases.FIELD_SCHEME, choices)


def _audit() -> Field:
    choices = tuple(Choice(audit.value, audit.label) for audit in _AUDITS)
    return Field("audit_type", FieldKind.MENU, phrases.FIELD_AUDIT, choices)


def _what(questions: Sequence[str]) -> Field:
    choices = tuple(Choice(str(place), words) for place, words in enumerate(questions))
    return Field(_WHAT, FieldKind.MENU, phrases.FIELD_WHAT, choices)


def _words(hint: str) -> Field:
    return Field(_WORDS, FieldKind.TEXT, phrases.FIELD_WORDS, hint=hint)


def _compare() -> Form:
    topics = tuple(Choice(str(place), words) for place, words in enumerate(phrases.COMPARISONS))
    fields = (
        Field(_WHAT, FieldKind.MENU, phrases.FIELD_TOPIC, topics, optional=True),
        Field(
            _WORDS,
            FieldKind.TEXT,
            phrases.FIELD_OTHER_TOPIC,
            optional=True,
            hint=phrases.COMPARE_WORDS,
        ),
    )
    return Form(
        ids.COMPARE_FORM,
        phrases.COMPARE_TITLE,
        fields,
        phrases.COMPARISON_ENDING,
        _one_of_both,
        phrases.FORM_COMPARE,
        over_all=True,
    )


def _one_of_both(values: Values) -> Faults:
    return {} if set(values) & {_WHAT, _WORDS} else {_WORDS: phrases.FIELD_ONE_OF_BOTH}


def _mandays(scheme: Field) -> Form:
    risks = tuple(Choice(level.value, level.label) for level in RiskLevel)
    reductions = tuple(Choice(name, label) for name, label in phrases.REDUCTIONS.items())
    fields = (
        scheme,
        _audit(),
        Field("headcount", FieldKind.NUMBER, phrases.FIELD_HEADCOUNT),
        Field("risk_level", FieldKind.MENU, phrases.FIELD_RISK, risks, optional=True),
        Field("reductions", FieldKind.BOXES, phrases.FIELD_REDUCTIONS, reductions, optional=True),
    )
    return Form(ids.MANDAYS_FORM, phrases.MANDAYS_TITLE, fields, phrases.MANDAYS_ENDING)


def _deadline(scheme: Field) -> Form:
    dates = tuple(
        Field(name, FieldKind.DATE, label, optional=True)
        for name, label in phrases.FIELD_DATES.items()
    )
    fields = (scheme, _what(tuple(phrases.DEADLINES)), *dates)
    return Form(
        ids.DEADLINE_FORM,
        phrases.DEADLINE_TITLE,
        fields,
        check=_dates_fit,
        bearing=_without_other_dates,
    )


def _starts(values: Values) -> Sequence[str]:
    """The dates from which the chosen question counts."""
    return tuple(phrases.DEADLINES.values())[int(values[_WHAT])]


def _without_other_dates(values: Values) -> Values:
    starts = _starts(values)
    return {
        name: value
        for name, value in values.items()
        if name in starts or name not in phrases.FIELD_DATES
    }


def _dates_fit(values: Values) -> Faults:
    starts = _starts(values)
    if not set(starts) & set(values):
        labels = [phrases.FIELD_DATES[name] for name in starts]
        return {starts[0]: phrases.field_for_deadline(labels)}
    names = [name for name in phrases.FIELD_DATES if name in values]
    given = {name: date.fromisoformat(values[name]) for name in names}
    return {
        later: phrases.field_before(phrases.FIELD_DATES[earlier])
        for earlier, later in _ORDER
        if earlier in given and later in given and given[later] < given[earlier]
    }


def _sampling(scheme: Field) -> Form:
    kinds = (
        Choice("similar", wording.SIMILAR_SITES),
        Choice("dissimilar", wording.DISSIMILAR_SITES),
    )
    fields = (
        scheme,
        _audit(),
        Field("site_count", FieldKind.NUMBER, phrases.FIELD_SITES),
        Field("site_similarity", FieldKind.MENU, phrases.FIELD_SIMILARITY, kinds),
    )
    return Form(ids.SAMPLING_FORM, phrases.SAMPLING_TITLE, fields, phrases.SAMPLING_ENDING)
