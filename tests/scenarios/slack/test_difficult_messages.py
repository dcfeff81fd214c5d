"""Messages of the kind that people send by mistake, and answers longer than Slack takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.assistant.assistant import Assistant
from bot.composition import assistant_over
from bot.playground import Message, SlackStandIn
from bot.slack import ids
from knowledge.clause import ClauseRef
from knowledge.library import Library

Replies = Callable[..., list[Message]]
CHANNEL = "市场部"


class NoSearch:
    """Finds nothing: these questions are computed or name their clause."""

    def search(self, *_arguments: object) -> tuple[()]:
        return ()


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    return assistant_over(library, NoSearch())


def quoted(messages: list[Message]) -> str:
    return "".join(
        part["text"]
        for message in messages
        for block in message.blocks
        if block["type"] == "rich_text"
        for element in block["elements"]
        if element["type"] == "rich_text_quote"
        for part in element["elements"]
    )


def test_question_of_forty_thousand_characters_gets_one_sentence(
    slack: SlackStandIn, replies: Replies
) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot " + "证书" * 19_990)
    (reply,) = replies(asked)
    assert reply.text == "这段话有 39980 个字，超过了 2000 字的上限。请只写要问的那一句。"


def test_question_just_short_enough_for_a_button_has_its_buttons(
    slack: SlackStandIn, replies: Replies
) -> None:
    words = "腾标150人高风险监督几个人天" + "，谢谢" * 650
    answer, buttons = replies(slack.post_message("小王", CHANNEL, f"@ClauseBot {words}"), 2)
    assert "监督审核人日：3 人天" in answer.text
    assert ids.PRAISE in str(buttons.blocks)


def test_question_too_long_for_a_button_is_answered_without_it(
    slack: SlackStandIn, replies: Replies
) -> None:
    words = "腾标150人高风险监督几个人天" + "，谢谢" * 660
    (answer,) = replies(slack.post_message("小王", CHANNEL, f"@ClauseBot {words}"))
    assert "监督审核人日：3 人天" in answer.text
    assert ids.PRAISE not in str(answer.blocks)


@pytest.mark.parametrize("words", ["😀😀", "？！……", "。"])
def test_message_without_words_is_asked_for_some(
    slack: SlackStandIn, replies: Replies, words: str
) -> None:
    (reply,) = replies(slack.post_message("小王", CHANNEL, f"@ClauseBot {words}"))
    assert reply.text.startswith("没有看到文字。")


def test_lines_of_a_message_are_one_question(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 腾标\n150人\n高风险\n监督几个人天")
    (reply,) = replies(asked)
    assert "监督审核人日：3 人天" in reply.text


def test_markup_in_a_question_is_shown_and_not_obeyed(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/clause", "腾标 5.4.4 2) <!channel> &amp;")
    (answer,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="小王"))
    slack.click("小王", answer, ids.SHARE)
    introduction, *_ = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="李工"))
    assert introduction.text.endswith("腾标 5.4.4 2) &lt;!channel&gt; &amp;amp;")


def test_whole_chapter_goes_on_without_losing_a_word(
    slack: SlackStandIn, replies: Replies, library: Library
) -> None:
    ref = ClauseRef("TB-GZ-036", "10.3")
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 腾标 10.3")
    messages = replies(asked)
    assert quoted(messages) == library.quote_whole(ref).text
    assert "（接上）" in str(messages[0].blocks)


def test_message_edited_twice_is_answered_each_time_by_its_own_words(
    slack: SlackStandIn, replies: Replies
) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 腾标，150人，高风险，监督几个人天")
    replies(asked)
    edited = slack.edit_message(asked, "@ClauseBot RLAC，150人，初审几个人天")
    assert "RLAC云服务CSSMS · 初次认证审核人日：13 人天" in replies(asked, 2)[1].text
    slack.edit_message(edited, edited.text.replace(slack.mention, "@ClauseBot"))
    later = slack.post_message("小王", CHANNEL, "@ClauseBot 腾标 5.4.4 2)")
    replies(later)
    assert len(slack.replies(asked)) == 2
