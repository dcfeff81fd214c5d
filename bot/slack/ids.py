"""Every name by which Slack calls us back: commands, actions, blocks, views and shortcuts."""

from __future__ import annotations

import re

# Slash commands
MANDAYS = "/mandays"

# Actions: a button each for the legal values of a missing fact, told apart by their place
CHOOSE_OPTION = "choose_option"
CHOOSE_OPTION_ANY = re.compile(rf"^{CHOOSE_OPTION}:\d+$")
FILL_FACT = "fill_fact"
FILL_FACT_ANY = re.compile(rf"^{FILL_FACT}:[a-z0-9_]+$")
ANSWER_WITH_FACTS = "answer_with_facts"

# Blocks
FACTS_BLOCK = "facts"


def choose_option(place: int) -> str:
    """The action id of the option at this place."""
    return f"{CHOOSE_OPTION}:{place}"


def fill_fact(name: str) -> str:
    """The action id of the input that takes this missing fact."""
    return f"{FILL_FACT}:{name}"
