"""The form behind a bare ``/digest``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from bot.digest.subscription import Subscription
from bot.register.validation import documents_with_rules
from bot.slack import desk_phrases, digest_phrases, ids
from bot.slack.digest_wishes import Wish, read_days
from bot.slack.forms.field import Choice, Field, FieldKind
from bot.slack.forms.form import Form, Values
from bot.slack.mentioning import is_user
from knowledge.catalogue import Document

AT, DAYS, WHEN, SCHEMES, OWNER, NOTHING = "at", "days", "when", "schemes", "owner", "nothing"
_WORKING_DAYS, _EVERY_DAY = "working_days", "every_day"
_SAYS_SO, _SAYS_NOTHING = "says_so", "says_nothing"


def digest_form(documents: Sequence[Document]) -> Form:
    """Hour, days ahead, which days, which schemes and whose."""
    with_rules = documents_with_rules()
    schemes = tuple(Choice(each.id, each.short) for each in documents if each.id in with_rules)
    when = (
        Choice(_WORKING_DAYS, digest_phrases.WORKING_DAYS),
        Choice(_EVERY_DAY, digest_phrases.EVERY_DAY),
    )
    nothing = (
        Choice(_SAYS_SO, digest_phrases.SAYS_SO),
        Choice(_SAYS_NOTHING, digest_phrases.SAYS_NOTHING),
    )
    fields = (
        Field(AT, FieldKind.TIME, digest_phrases.DIGEST_AT),
        Field(DAYS, FieldKind.NUMBER, digest_phrases.DIGEST_DAYS),
        Field(WHEN, FieldKind.MENU, digest_phrases.DIGEST_WHEN, when),
        Field(SCHEMES, FieldKind.BOXES, digest_phrases.DIGEST_SCOPE, schemes, optional=True),
        Field(OWNER, FieldKind.PERSON, digest_phrases.DIGEST_OWNER, optional=True),
        Field(NOTHING, FieldKind.MENU, digest_phrases.DIGEST_NOTHING, nothing),
    )
    return Form(ids.DIGEST_FORM, digest_phrases.DIGEST_TITLE, fields, send=desk_phrases.SAVE)


def wish_of(values: Values) -> Wish:
    """What a form without faults wishes; RegisterRefuses where it looks too far ahead."""
    schemes = values.get(SCHEMES, "")
    return Wish(
        time.fromisoformat(values[AT]),
        read_days(values[DAYS], values[DAYS]),
        values[WHEN] == _EVERY_DAY,
        tuple(schemes.split(",")) if schemes else (),
        (values[OWNER],) if values.get(OWNER) else (),
        values[NOTHING] == _SAYS_SO,
    )


def filled_in(wish: Wish | Subscription) -> Values:
    """A wish as the values of the form."""
    owner = next((each for each in wish.owners if is_user(each)), "")
    return {
        AT: wish.at.isoformat("minutes"),
        DAYS: str(wish.days_ahead),
        WHEN: _EVERY_DAY if wish.every_day else _WORKING_DAYS,
        SCHEMES: ",".join(wish.documents),
        OWNER: owner,
        NOTHING: _SAYS_SO if wish.says_when_nothing_is_due else _SAYS_NOTHING,
    }
