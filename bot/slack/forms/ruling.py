"""The form behind 「核定」: a ruling on one of the clauses of an answer, or one withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack import ids, phrases
from bot.slack.forms.field import Choice, Field, FieldKind
from bot.slack.forms.form import Faults, Form, Values
from bot.slack.rulings import Ruling, RulingSubject
from knowledge.clause import ClauseRef

CLAUSE = "clause"
WORDS = "words"
WITHDRAWN = "withdrawn"

FIRST = "0"

# Slack allows so many boxes in one block.
_MOST_BOXES = 10


def ruling_form(subject: RulingSubject, made: Sequence[Ruling]) -> Form:
    """The form; ``made`` are the rulings on these clauses so far, the newest first."""
    clauses = tuple(Choice(str(place), str(ref)) for place, ref in enumerate(subject.refs))
    fields = [
        Field(CLAUSE, FieldKind.MENU, phrases.RULING_CLAUSE, clauses),
        Field(
            WORDS,
            FieldKind.LONG_TEXT,
            phrases.RULING_WORDS,
            optional=bool(made),
            hint=phrases.RULING_HINT,
        ),
    ]
    if made:
        boxes = tuple(Choice(str(each.number), _label(each)) for each in made[:_MOST_BOXES])
        fields.append(
            Field(WITHDRAWN, FieldKind.BOXES, phrases.RULING_WITHDRAWN, boxes, optional=True)
        )
    return Form(
        ids.RULING_FORM,
        phrases.RULING_TITLE,
        tuple(fields),
        check=_something_is_said,
        send=phrases.FORM_SUBMIT,
    )


def clause_chosen(values: Values, subject: RulingSubject) -> ClauseRef:
    """The clause that a form without faults names."""
    return subject.refs[int(values[CLAUSE])]


def _something_is_said(values: Values) -> Faults:
    said = values.get(WORDS) or values.get(WITHDRAWN)
    return {} if said else {WORDS: phrases.FIELD_REQUIRED}


def _label(ruling: Ruling) -> str:
    return f"{ruling.made_on.isoformat()} {ruling.ref.number}：{ruling.words}"
