"""The form behind 👎: what was wrong with an answer."""

from __future__ import annotations

from bot import wording
from bot.slack import ids
from bot.slack.forms.field import Choice, Field, FieldKind
from bot.slack.forms.form import Form

REASON = "reason"
WORDS = "words"


def feedback_form() -> Form:
    """A menu of what can be wrong, and words of one's own."""
    reasons = tuple(Choice(name, label) for name, label in wording.COMPLAINTS.items())
    fields = (
        Field(REASON, FieldKind.MENU, wording.COMPLAINT_REASON, reasons),
        Field(WORDS, FieldKind.TEXT, wording.COMPLAINT_WORDS, optional=True),
    )
    return Form(ids.FEEDBACK_FORM, wording.COMPLAINT_TITLE, fields)
