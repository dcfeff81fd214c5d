"""Every name by which Slack calls us back: commands, actions, blocks, views and shortcuts."""

from __future__ import annotations

import re

# Slash commands
MANDAYS = "/mandays"
DEADLINE = "/deadline"
SAMPLING = "/sampling"
FEE = "/fee"
CLAUSE = "/clause"
COMPARE = "/compare"
CERT = "/cert"
DIGEST = "/digest"
HELP = "/help"
CLAUSEBOT = "/clausebot"

# Message shortcut
ANSWER_BY_RULES = "answer_by_rules"

# Views
MANDAYS_FORM = "mandays_form"
DEADLINE_FORM = "deadline_form"
SAMPLING_FORM = "sampling_form"
FEE_FORM = "fee_form"
CLAUSE_FORM = "clause_form"
COMPARE_FORM = "compare_form"
FEEDBACK_FORM = "feedback_form"
RULING_FORM = "ruling_form"
CERTIFICATE_FORM = "certificate_form"
CORRECTION_FORM = "correction_form"
EVENT_FORM = "event_form"
DONE_FORM = "done_form"
PUT_OFF_FORM = "put_off_form"
DIGEST_FORM = "digest_form"

# Actions below an answer
CHOOSE_OPTION_ANY = re.compile(r"^choose_option:\d+$")
FILL_FACT_ANY = re.compile(r"^fill_fact:[a-z0-9_]+$")
ANSWER_WITH_FACTS = "answer_with_facts"
SHARE = "share"
PRAISE = "praise"
COMPLAIN = "complain"
WANT_RULE = "want_rule"
RULE = "rule"
READ_WHOLE = "read_whole"
CHANGE_FACTS = "change_facts"
MAKE_STATEMENT = "make_statement"
# Actions in a digest
OBLIGATION_DONE = "obligation_done"
OBLIGATION_PUT_OFF = "obligation_put_off"
OBLIGATION_CLAUSE = "obligation_clause"
# Actions below a certificate, each also with a place behind it
CERTIFICATE_SHOW = "certificate_show"
CERTIFICATE_EVENT = "certificate_event"
CERTIFICATE_CORRECT = "certificate_correct"
CERTIFICATE_HISTORY = "certificate_history"
# The value of a button that is about no certificate
NONE = "-"
# Actions of the register
CERTIFICATE_ADD = "certificate_add"
CERTIFICATE_LIST = "certificate_list"
CERTIFICATE_EXPORT = "certificate_export"
TURN_PAGE_ANY = re.compile(r"^turn_page:-?\d+$")
IMPORT = "import"
IMPORT_REST = "import_rest"
IMPORT_NOT = "import_not"
# The menu in the form of an event whose choice decides what else is asked
EVENT_KIND = "fill_fact:kind"
# Actions in the home tab
TRY_EXAMPLE_ANY = re.compile(r"^try_example:\d+$")

# Blocks
FACTS_BLOCK = "facts"


def choose_option(place: int) -> str:
    """The action id of the option at this place."""
    return f"choose_option:{place}"


def fill_fact(name: str) -> str:
    """The action id of the input that takes this fact."""
    return f"fill_fact:{name}"


def try_example(place: int) -> str:
    """The action id of the example at this place in the home tab."""
    return f"try_example:{place}"


def turn_page(step: int) -> str:
    """The action id of the button that turns this many pages."""
    return f"turn_page:{step}"


def with_place(action: str, place: int) -> str:
    """The action id of the button at this place among several that do the same."""
    return f"{action}:{place}"


def at_any_place(action: str) -> re.Pattern[str]:
    """The action id alone, or with a place behind it."""
    return re.compile(rf"^{action}(?::\d+)?$")
