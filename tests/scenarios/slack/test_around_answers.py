"""Home tab, assistant pane, shortcut, feedback, help: what there is around answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.playground import Message, SlackStandIn
from bot.slack import ids, phrases

Replies = Callable[..., list[Message]]
CHANNEL = "市场部"


def test_home_shows_examples_documents_and_last_questions(
    slack: SlackStandIn, replies: Replies
) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约怎么算")
    replies(asked)
    slack.open_home("小王")
    home = slack.wait_for(lambda: slack.home("小王"))
    shown = str(home.definition["blocks"])
    assert "腾标公有云PII" in shown
    assert "修约怎么算" in shown
    assert "勘误" in shown


def test_example_in_the_home_is_answered_in_ones_own_conversation(slack: SlackStandIn) -> None:
    slack.open_home("小王")
    home = slack.wait_for(lambda: slack.home("小王"))
    slack.click_in_view(home, ids.try_example(1))
    (answer,) = slack.wait_for(lambda: slack.messages("小王"))
    assert answer.text == "答：网安联换证提前多久申请"


def test_assistant_greets_offers_prompts_and_shows_its_status(slack: SlackStandIn) -> None:
    root = slack.start_assistant("小王")
    slack.wait_for(lambda: slack.assistant_thread(root).get("prompts"))
    assert len(slack.assistant_thread(root)["prompts"]) == 4
    slack.post_message("小王", "小王", "修约怎么算", thread_ts=root.ts)
    slack.wait_for(lambda: [m for m in slack.replies(root) if m.text == "答：修约怎么算"])
    statuses = [c for c in slack.calls if c.method == "assistant.threads.setStatus"]
    assert len(statuses) == 1


def test_shortcut_answers_anybodys_message_in_its_thread(
    slack: SlackStandIn, replies: Replies
) -> None:
    said = slack.post_message("李工", CHANNEL, "修约怎么算来着")
    slack.message_shortcut("小王", said, ids.ANSWER_BY_RULES)
    (answer,) = replies(said)
    assert answer.text == "答：修约怎么算来着"


def test_praise_is_thanked_for_in_private(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约怎么算")
    (answer,) = replies(asked)
    slack.click("李工", answer, "👍")
    slack.wait_for(lambda: _seen(slack, "李工", "已记下，谢谢。"))
    assert not _seen(slack, "小王", "已记下，谢谢。")


def test_question_without_a_rule_is_noted_on_request(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 食堂几点开门")
    (answer,) = replies(asked)
    slack.click("李工", answer, "记下这个问题")
    slack.wait_for(lambda: _seen(slack, "李工", phrases.WANTED_NOTED))


def test_complaint_asks_what_was_wrong(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约怎么算")
    (answer,) = replies(asked)
    slack.click("小王", answer, "👎")
    form = slack.wait_for(lambda: slack.modal("小王"))
    assert slack.submit_view(form, {}).errors
    facts = {"facts:reason": {"fill_fact:reason": "wrong_clause"}}
    assert slack.submit_view(form, facts).accepted
    slack.wait_for(lambda: _seen(slack, "小王", "已记下，技术部会核对这个答复，谢谢。"))


@pytest.mark.parametrize(
    ("command", "words"),
    [("/help", ""), ("/help", "人天"), ("/clausebot", "help"), ("/clausebot", "")],
)
def test_help_is_for_the_person_alone(slack: SlackStandIn, command: str, words: str) -> None:
    slack.slash_command("小王", CHANNEL, command, words)
    (told,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="小王"))
    assert "/mandays" in told.text
    assert slack.messages(CHANNEL, seen_by="李工") == []


def test_register_command_says_so_where_there_is_no_register(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/cert", "list")
    (told,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="小王"))
    assert told.text.startswith("这里没有登记册可用。")


def test_file_without_words_is_declined_politely(slack: SlackStandIn, replies: Replies) -> None:
    sent = slack.post_message("小王", "小王", "", files={"证书.xlsx": b"x"})
    (reply,) = replies(sent)
    assert reply.text.startswith("我还不会读文件")


def _seen(slack: SlackStandIn, user: str, text: str) -> list[Message]:
    return [m for m in slack.messages(CHANNEL, seen_by=user) if m.text == text]
