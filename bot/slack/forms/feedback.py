"""The form behind 👎: what was wrong with an answer."""

from __future__ import annotations

from bot.slack import ids, phrases
from bot.slack.forms.field import Choice, Field, FieldKind
from bot.slack.forms.form import Form

REASON = "reason"
WORDS = "words"


def feedback_form() -> Form:
    """A menu of what can be wrong, and words of one's own."""
    reasons = tuple(Choice(name, label) for name, label in phrases.COMPLAINTS.items())
    fields = (
        Field(REASON, FieldKind.MENU, phrases.COMPLAINT_REASON, reasons),
        Field(WORDS, FieldKind.TEXT, phrases.COMPLAINT_WORDS, optional=True),
    )
    return Form(ids.FEEDBACK_FORM, phrases.COMPLAINT_TITLE, fields, send=phrases.FORM_SUBMIT)
