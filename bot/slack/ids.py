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
