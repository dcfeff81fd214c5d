from __future__ import annotations

from bot.slack.blocks.kit import divider, table
from bot.slack.blocks.message import pack, sentence
from bot.slack.blocks.rich_text import paragraph, plain


def test_sentence_is_escaped_and_needs_no_blocks() -> None:
    message = sentence("<!channel> 好")
    assert (message.text, message.blocks) == ("&lt;!channel&gt; 好", ())


def test_short_answer_is_one_message() -> None:
    messages = pack("好", [[divider()], [divider()]])
    assert [len(message.blocks) for message in messages] == [2]


def test_long_answer_goes_on_in_a_further_message_with_its_groups_whole() -> None:
    group = [paragraph(plain("字" * 2000)), divider()]
    messages = pack("好", [group] * 6)
    assert len(messages) > 1
    assert all(len(message.blocks) % 2 == 0 for message in messages)
    assert sum(len(message.blocks) for message in messages) == 12


def test_many_blocks_stay_below_the_limit_of_one_message() -> None:
    messages = pack("好", [[divider()]] * 120)
    assert max(len(message.blocks) for message in messages) <= 50


def test_second_table_begins_a_further_message() -> None:
    messages = pack("好", [[table(("甲",), [])], [divider()], [table(("甲",), [])]])
    assert [[block["type"] for block in message.blocks] for message in messages] == [
        ["table", "divider"],
        ["table"],
    ]


def test_every_message_has_a_fallback_text() -> None:
    messages = pack("结果 <b>", [[table(("甲",), [])], [table(("甲",), [])]])
    assert {message.text for message in messages} == {"结果 &lt;b&gt;"}


def test_long_fallback_ends_between_paragraphs() -> None:
    (message,) = pack("\n\n".join(["引文" + "字" * 998] * 4), [[divider()]])
    *quotes, mark = message.text.split("\n")
    assert mark == "……"
    assert [len(quote) for quote in quotes if quote] == [1000, 1000]


def test_long_paragraph_in_a_fallback_ends_with_a_sentence() -> None:
    (message,) = pack("一句话。" * 1000, [[divider()]])
    assert message.text.endswith("一句话。\n……")
