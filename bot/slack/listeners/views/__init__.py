"""Forms that were sent."""

from __future__ import annotations

from slack_bolt import App

from bot.slack import ids
from bot.slack.desk_forms import FILLINGS
from bot.slack.listeners.views.desk_form_sent import take_form, tell_what_was_done
from bot.slack.listeners.views.feedback_sent import note_complaint
from bot.slack.listeners.views.form_checked import check_form
from bot.slack.listeners.views.form_sent import answer_form
from bot.slack.listeners.views.ruling_sent import check_ruling, keep_ruling

__all__ = ["register"]

_ASKING = (
    *(ids.MANDAYS_FORM, ids.DEADLINE_FORM, ids.SAMPLING_FORM),
    *(ids.FEE_FORM, ids.CLAUSE_FORM, ids.COMPARE_FORM),
)


def register(app: App) -> None:
    """Each form and its listener; what is wrong is said at the field before any work."""
    for callback_id in _ASKING:
        app.view(callback_id, middleware=[check_form])(answer_form)
    app.view(ids.FEEDBACK_FORM, middleware=[check_form])(note_complaint)
    for callback_id in FILLINGS:
        app.view(callback_id, middleware=[take_form])(tell_what_was_done)
    app.view(ids.RULING_FORM, middleware=[check_ruling])(keep_ruling)
