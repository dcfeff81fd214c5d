"""Talk goes on in a thread: short replies are understood, and only where they are for the bot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.assistant.assistant import Assistant
from bot.composition import assistant_over
from bot.playground import Message, SlackStandIn
from knowledge.library import Library

Replies = Callable[..., list[Message]]
CHANNEL = "市场部"
FIRST = "@ClauseBot 腾标公有云PII，150人，高风险，监督要几个人天"


class NoSearch:
    """Finds nothing: these questions are computed."""

    def search(self, *_arguments: object) -> tuple[()]:
        return ()


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    return assistant_over(library, NoSearch())


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ("那再认证呢？", "腾标公有云PII · 再认证审核人日：6 人天"),
        ("换成200人", "腾标公有云PII · 监督审核人日：3.5 人天"),
    ],
)
def test_short_reply_is_understood_by_what_was_asked(
    slack: SlackStandIn, replies: Replies, said: str, result: str
) -> None:
    asked = slack.post_message("小王", CHANNEL, FIRST)
    replies(asked)
    slack.post_message("小王", CHANNEL, f"@ClauseBot {said}", thread_ts=asked.ts)
    *_, answer = replies(asked, 3)
    assert result in answer.text


def test_answer_shows_its_steps_in_a_table_and_what_other_facts_would_give(
    slack: SlackStandIn, replies: Replies
) -> None:
    (answer,) = replies(slack.post_message("小王", CHANNEL, FIRST))
    header, steps, _, others = answer.blocks[:4]
    assert header["text"]["text"] == "腾标公有云PII · 监督审核人日：3 人天"
    assert steps["type"] == "table"
    assert [row[2]["text"] for row in steps["rows"][1:]] == [
        "附录A 126-175",
        "附录A 注④",
        "附录A 注⑤",
        "5.4.4 2)",
    ]
    assert [cell["text"] for cell in others["fields"]][:4] == [
        *("降到 125 人", "3 人天（同）"),
        *("增到 176 人", "3.5 人天"),
    ]


def test_fact_asked_for_may_be_typed_without_a_mention(
    slack: SlackStandIn, replies: Replies
) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 腾标，高风险，监督要几个人天")
    (question_back,) = replies(asked)
    assert "有效人数" in question_back.text
    slack.post_message("小王", CHANNEL, "150人", thread_ts=asked.ts)
    *_, answer = replies(asked, 3)
    assert "监督审核人日：3 人天" in answer.text


def test_fact_asked_for_may_be_filled_in(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 腾标，高风险，监督要几个人天")
    (question_back,) = replies(asked)
    facts = {"facts:headcount": {"fill_fact:headcount": "150"}}
    slack.click("小王", question_back, "answer_with_facts", values=facts)
    *_, answer = replies(asked, 2)
    assert "监督审核人日：3 人天" in answer.text


@pytest.mark.parametrize(
    ("last", "answered"),
    [("2026-02-20", "下一次监督审核最晚日：2027-05-20"), (None, "上一次监督审核是哪天？")],
    ids=["filled in", "left empty"],
)
def test_click_on_the_scheme_takes_along_what_is_filled_in_above_it(
    slack: SlackStandIn, replies: Replies, last: str | None, answered: str
) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 监督审核最晚哪天")
    (question_back,) = replies(asked)
    facts = {"facts:last_surveillance_date": {"fill_fact:last_surveillance_date": last}}
    slack.click("小王", question_back, "RLAC云服务CSSMS", values=facts if last else {})
    *_, answer = replies(asked, 2)
    assert answered in answer.text


def test_others_may_talk_in_the_thread_undisturbed(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 腾标，高风险，监督要几个人天")
    replies(asked)
    slack.post_message("李工", CHANNEL, "大概150人吧", thread_ts=asked.ts)
    later = slack.post_message("小王", CHANNEL, FIRST)
    replies(later)
    assert len(slack.replies(asked)) == 2


def test_answered_thread_is_left_to_the_people(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, FIRST)
    replies(asked)
    slack.post_message("小王", CHANNEL, "收到", thread_ts=asked.ts)
    later = slack.post_message("小王", CHANNEL, FIRST)
    replies(later)
    assert len(slack.replies(asked)) == 2


def test_channel_about_one_scheme_needs_no_scheme_in_its_questions(
    slack: SlackStandIn, replies: Replies
) -> None:
    slack.slash_command("小王", CHANNEL, "/clausebot", "scheme 腾标")
    (told,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="李工"))
    assert told.text.startswith("<@U")
    asked = slack.post_message("李工", CHANNEL, "@ClauseBot 150人，高风险，监督要几个人天")
    (answer,) = replies(asked)
    assert "腾标公有云PII · 监督审核人日：3 人天" in answer.text
    assert "按本频道的默认认证项目回答：腾标公有云PII" in str(answer.blocks)


def test_unknown_scheme_is_told_to_the_person_alone(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/clausebot", "scheme 9001")
    (told,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="小王"))
    assert told.text.startswith("没有收录 9001")
    assert slack.messages(CHANNEL, seen_by="李工") == []
