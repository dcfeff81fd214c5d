"""A ruling of the technical department: made, beside later answers, void, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from bot.playground import Message, SlackStandIn
from bot.slack.services import Services
from bot.store.database import Database
from bot.store.services import remembering
from bot.store.tables import RulingRow, table_of
from tests.fakes.clock import Clock

Replies = Callable[..., list[Message]]
CHANNEL = "市场部"
ASK = "@ClauseBot 修约怎么算"
MAY_NOT = "只有技术部指定的人可以核定"
RULED = "技术部核定 5.4.4 2)"


@pytest.fixture
def services(services: Services, database: Database) -> Iterator[Services]:
    ruling = replace(services, ruling_users=frozenset({"U0ZHANGZONG"}))
    with remembering(ruling, database, Clock(), "abc") as remembered:
        yield remembered


def form_values(
    words: str = "", withdrawn: list[str] | None = None
) -> dict[str, dict[str, object]]:
    return {
        "facts:clause": {"fill_fact:clause": "0"},
        "facts:words": {"fill_fact:words": words},
        **({"facts:withdrawn": {"fill_fact:withdrawn": withdrawn}} if withdrawn else {}),
    }


def rule(slack: SlackStandIn, answer: Message, **said: object) -> None:
    slack.click("张总", answer, "核定")
    form = slack.wait_for(lambda: slack.modal("张总"))
    assert slack.submit_view(form, form_values(**said)).accepted  # type: ignore[arg-type]


def test_ruling_is_told_below_the_answer_and_shown_beside_later_ones(
    slack: SlackStandIn, replies: Replies
) -> None:
    asked = slack.post_message("小王", CHANNEL, ASK)
    (answer,) = replies(asked)
    assert RULED not in str(answer.blocks)
    rule(slack, answer, words="零头按半天算，不再四舍五入。")
    told = replies(asked, 2)[1]
    assert "张总" in told.text
    later = replies(slack.post_message("李工", CHANNEL, ASK))[0]
    for message in (told, later):
        assert RULED in str(message.blocks)
        assert "零头按半天算" in str(message.blocks)
        assert "修约怎么算" in str(message.blocks)


def test_person_who_is_not_named_may_not_rule(slack: SlackStandIn, replies: Replies) -> None:
    (answer,) = replies(slack.post_message("小王", CHANNEL, ASK))
    slack.click("小王", answer, "核定")
    slack.wait_for(
        lambda: [m for m in slack.messages(CHANNEL, seen_by="小王") if MAY_NOT in m.text]
    )
    assert slack.modal("小王") is None


@pytest.mark.parametrize(("user", "may"), [("小王", False), ("张总", True)])
def test_what_one_person_sees_has_the_button_only_for_those_who_may(
    slack: SlackStandIn, user: str, may: bool
) -> None:
    slack.slash_command(user, CHANNEL, "/clause", "修约怎么算")
    (answer,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by=user))
    assert ("'核定'" in str(answer.blocks)) is may


def test_ruling_on_a_clause_that_was_changed_is_void_and_says_so(
    slack: SlackStandIn, replies: Replies, database: Database
) -> None:
    (answer,) = replies(slack.post_message("小王", CHANNEL, ASK))
    rule(slack, answer, words="零头按半天算。")
    rulings = table_of(RulingRow)
    slack.wait_for(lambda: _count(database) == 1)
    with database.writing() as connection:
        connection.execute(rulings.update().values(text_hash="of the clause as it read before"))
    (later,) = replies(slack.post_message("李工", CHANNEL, ASK))
    assert "对 5.4.4 2) 的核定已失效" in str(later.blocks)
    assert "零头按半天算" not in str(later.blocks)


def test_ruling_can_be_withdrawn(slack: SlackStandIn, replies: Replies, database: Database) -> None:
    asked = slack.post_message("小王", CHANNEL, ASK)
    (answer,) = replies(asked)
    rule(slack, answer, words="零头按半天算。")
    replies(asked, 2)
    rule(slack, answer, withdrawn=["1"])
    assert replies(asked, 3)[2].text == "所选的核定已撤回，以后的答复不再附上。"
    (later,) = replies(slack.post_message("李工", CHANNEL, ASK))
    assert RULED not in str(later.blocks)
    assert _count(database) == 1


def test_form_that_says_nothing_is_refused_at_its_field(
    slack: SlackStandIn, replies: Replies
) -> None:
    asked = slack.post_message("小王", CHANNEL, ASK)
    (answer,) = replies(asked)
    rule(slack, answer, words="零头按半天算。")
    replies(asked, 2)
    slack.click("张总", answer, "核定")
    form = slack.wait_for(lambda: slack.modal("张总"))
    assert slack.submit_view(form, form_values()).errors == {"facts:words": "这一项必须填写。"}
    assert slack.submit_view(form, form_values("字" * 501)).errors


def _count(database: Database) -> int:
    with database.reading() as connection:
        return len(connection.execute(table_of(RulingRow).select()).all())
