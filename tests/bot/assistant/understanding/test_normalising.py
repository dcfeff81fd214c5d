from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding.normalising import clean, normalise
from knowledge.glossary import Glossary

GLOSSARY = Glossary.load(names=["腾标"])


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("<@U02AB> 监督几天", "监督几天"),
        ("<#C01|general> <!here> 监督", "监督"),
        ("看<https://a.example/x|这条>", "看这条"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<tel:100|100>人", "100人"),
        ("*监督* _高风险_ `120人`", "监督高风险 120人"),
        ("&gt; 引用的话", "引用的话"),
        ("腾标&amp;RLAC", "腾标&RLAC"),
        ("１２０人，ＴＢ　监督？", "120人,TB 监督?"),
        ("腾 标 监 督", "腾标监督"),
        ("TB  120人\n\n高风险", "TB 120人,高风险"),
        ("&gt; 第一行\n&gt; 第二行。\n回复", "第一行,第二行。回复"),
        ("监\u200b督\ufeff", "监督"),
        ("5.4.5 3）②", "5.4.5 3)②"),
        ("40，60，90人", "40、60、90人"),
        ("1,200人", "1,200人"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_markup_widths_and_space_are_cleaned_away(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


def test_text_is_kept_as_typed_as_corrected_and_as_read() -> None:
    normal = normalise("<@U02AB> 腾镖年审 要几天", GLOSSARY)
    assert normal.typed == "腾镖年审要几天"
    assert normal.corrected == "腾标年审要几天"
    assert normal.read == "腾标监督审核要几天"
    assert [(each.said, each.means) for each in normal.replacements] == [
        ("腾镖", "腾标"),
        ("年审", "监督审核"),
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("30个人，不对，是32个人", "32个人"),
        ("5月6号发的，说错了，5月8号发的", "5月8号发的"),
        ("三十个点，更正一下，三十二", "三十二个点"),
        ("30个人不对吗", "30个人不对吗"),
        ("5.4.5不对", "5.4.5不对"),
    ],
)
def test_value_that_is_taken_back_gives_way_to_the_next(typed: str, meant: str) -> None:
    assert normalise(typed, GLOSSARY).typed == meant


@given(st.text("<>@#!|*_`&;gtlamp标监督 　\n1２，①) ") | st.text())
def test_cleaning_again_changes_no_spacing(typed: str) -> None:
    cleaned = clean(typed)
    assert cleaned == " ".join(cleaned.split())


@given(st.text("①②⑳"))
def test_circled_numbers_are_kept(typed: str) -> None:
    assert clean(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("90人，哦不，95人，监督", "95人，监督"),
        ("有11家门店，说错了，是14家", "有14家门店"),
        ("2026-05-06签发，不对，2026-05-16", "2026-05-16签发"),
        ("这样算对不对", "这样算对不对"),
    ],
)
def test_what_a_person_takes_back_gives_way_to_the_correction(typed: str, meant: str) -> None:
    assert normalise(typed, Glossary.load()).typed == meant.replace("，", ",")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("80,120人", "80、120人"),
        ("80,110名员工", "80、110名员工"),
        ("100,200,300人", "100、200、300人"),
        ("80,120,300个人", "80、120、300个人"),
    ],
)
def test_headcounts_that_only_a_comma_joins_are_read_apart_and_it_is_said(
    typed: str, read: str
) -> None:
    normal = normalise(typed, GLOSSARY)
    assert normal.read == read
    assert [each.said for each in normal.replacements] == [typed.rstrip("人个名员工")]


@pytest.mark.parametrize(
    "text", ["1,200人", "12,500人", "10,050人", "100,000人", "80,120元", "12,510人天", "80,12人"]
)
def test_comma_between_the_digits_of_one_number_stays(text: str) -> None:
    assert normalise(text, GLOSSARY).typed == text
