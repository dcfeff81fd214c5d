from __future__ import annotations

from bot.playground.view_schema import parse_view
from bot.slack import phrases
from bot.slack.asked import Asked
from bot.slack.blocks.home import home_view
from bot.slack.services import Services


def test_home_is_a_view_that_slack_takes(services: Services) -> None:
    last = [Asked("问" * 300), Asked("长" * 3000), *(Asked(str(n)) for n in range(20))]
    parse_view(home_view(services.library, services.errata, last), "home")


def test_home_names_every_document_with_its_clauses_and_faults(services: Services) -> None:
    shown = str(home_view(services.library, services.errata, ()))
    for document in services.library.documents:
        assert document.title in shown
        assert f"{len(services.library.clauses(document.id))} 条" in shown
        assert f"勘误 {len(services.errata.of_document(document.id))} 处" in shown


def test_home_of_a_newcomer_says_that_nothing_was_asked(services: Services) -> None:
    assert phrases.HOME_NOTHING_YET in str(home_view(services.library, services.errata, ()))
