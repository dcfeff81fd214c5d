"""What the Slack app needs from the rest of the house, as plain objects handed in at the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.register.errors import RegisterRefuses
from bot.register.exchange.schemes import SchemeNames
from bot.slack import desk_phrases
from bot.slack.channel_schemes import ChannelSchemes, ChannelSchemesInMemory
from bot.slack.conversations import Conversations, RecentConversations
from bot.slack.desk import Desk
from bot.slack.editors import Editors
from bot.slack.forms.catalogue import Forms, forms_over
from bot.slack.journal import Journal, RecentJournal
from bot.slack.recent_keys import RecentKeys, SeenKeys
from bot.slack.remembered_answers import Assistant, RememberedAnswers
from bot.slack.rulings import Rulings, RulingsInMemory
from knowledge.errata import Errata, load_errata
from knowledge.library import Library


@dataclass(frozen=True)
class Services:
    """The assistant, the day it is, the library that it quotes from, and what is remembered.

    The defaults remember in memory, which is right for tests; ``bot.store.services`` gives a
    database. ``ruling_users`` are the people who may rule (核定) on a clause;
    ``desk`` is the register with its digests, None where there is no database for it, and
    ``register_revision`` a number that grows with each change of it.
    """

    assistant: Assistant
    today: Callable[[], date]
    library: Library = field(default_factory=Library.load)
    seen: SeenKeys = field(default_factory=RecentKeys)
    conversations: Conversations = field(default_factory=RecentConversations)
    channel_schemes: ChannelSchemes = field(default_factory=ChannelSchemesInMemory)
    journal: Journal = field(default_factory=RecentJournal)
    rulings: Rulings = field(default_factory=RulingsInMemory)
    ruling_users: frozenset[str] = frozenset()
    desk: Desk | None = None
    register_revision: Callable[[], int] = lambda: 0

    @cached_property
    def answers(self) -> Assistant:
        """The assistant for many people at once."""
        return RememberedAnswers(self.assistant, self.register_revision)

    @cached_property
    def editors(self) -> Editors:
        """Who may change the register and the digests."""
        if self.desk is None:
            raise RegisterRefuses(desk_phrases.NO_REGISTER)
        return Editors(self.desk.editors, self.desk.now)

    @cached_property
    def scheme_names(self) -> SchemeNames:
        """The schemes by all that staff call them."""
        return SchemeNames(self.library.documents)

    @cached_property
    def errata(self) -> Errata:
        """The faults of the documents on record."""
        return load_errata(self.library)

    @cached_property
    def forms(self) -> Forms:
        """The forms for the library's schemes."""
        return forms_over(self.library.documents)
