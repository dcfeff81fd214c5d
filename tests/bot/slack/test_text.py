from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.text import cut, escape, mentions, shorten, typed_words


def test_typed_words_drop_mentions_and_emoji_codes() -> None:
    assert typed_words("<@U0BOT> 监督 :smile: 多久<!here>") == "监督   多久"


def test_typed_words_keep_a_link_as_its_words() -> None:
    assert typed_words("看 <https://a.cn/x|这里> 和 <https://b.cn>") == "看 这里 和 https://b.cn"


def test_typed_words_keep_the_name_of_a_channel() -> None:
    assert typed_words("<#C1|市场部> 问") == "#市场部 问"


def test_typed_words_show_what_slack_escaped() -> None:
    assert typed_words("a &lt;b&gt; &amp; c") == "a <b> & c"


def test_typed_words_of_emoji_alone_are_none() -> None:
    assert typed_words("<@U0BOT> :tada::+1:") == ""


def test_mentions_of_this_user_and_of_none_other() -> None:
    assert mentions("<@U1> 好", "U1")
    assert mentions("<@U1|bot> 好", "U1")
    assert not mentions("<@U12> 好", "U1")


def test_escape_leaves_no_way_to_call_everyone() -> None:
    assert escape("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"


def test_cut_ends_pieces_behind_full_stops() -> None:
    assert cut("一二三。四五六；七八九", 7) == ("一二三。", "四五六；七八九")


def test_cut_takes_a_comma_where_no_sentence_ends() -> None:
    assert cut("一二三四，五六七八九十", 7) == ("一二三四，", "五六七八九十")


@given(st.text(alphabet="甲乙丙。；，\n 🎉", max_size=300), st.integers(2, 40))
def test_cut_pieces_join_to_the_text_and_are_never_too_long(text: str, limit: int) -> None:
    pieces = cut(text, limit)
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= limit for piece in pieces)


def test_shorten_marks_the_cut() -> None:
    assert shorten("一二三四", 3) == "一二…"
    assert shorten("一二三", 3) == "一二三"
