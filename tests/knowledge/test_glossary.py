from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from knowledge.glossary import Glossary, Replacement, said_and_meant
from knowledge.library import Library

BUNDLED = Glossary.load()
SMALL = """
[[term]]
means = "监督审核"
says = ["年审", "年审审核", "surveillance", "SA"]
unless = ["多年审批"]

[[term]]
means = "认证委托人"
says = ["委托人"]

[homophones]
"督" = "都毒"
"云" = "运"

[corrections]
terms = ["监督"]
keep = ["监毒", "监都会"]
"""


@pytest.fixture
def small(tmp_path: Path) -> Glossary:
    file = tmp_path / "glossary.toml"
    file.write_text(SMALL, "utf-8")
    return Glossary.load(file, names=["公有云PII", "RLAC", "TB"])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("下次年审", "下次监督审核"),
        ("下次年审审核", "下次监督审核"),
        ("next Surveillance", "next 监督审核"),
        ("SA什么时候", "监督审核什么时候"),
        ("VISA", "VISA"),
        ("SAP系统", "SAP系统"),
        ("多年审批", "多年审批"),
        ("多年审批和年审", "多年审批和监督审核"),
        ("委托人", "认证委托人"),
        ("认证委托人", "认证委托人"),
        ("", ""),
    ],
)
def test_what_staff_say_becomes_what_the_documents_say(
    small: Glossary, said: str, meant: str
) -> None:
    assert small.in_documents_words(said).text == meant


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("监都审核", "监督审核"),
        ("监毒", "监毒"),
        ("监视", "监视"),
        ("公有运PII", "公有云PII"),
        ("公有运pii", "公有云PII"),
        ("RLCA的监都", "RLAC的监督"),
        ("lrac", "RLAC"),
        ("RLCAB", "RLCAB"),
        ("BT", "BT"),
        ("新监都会", "新监都会"),
        ("监都会的监都", "监都会的监督"),
    ],
)
def test_one_mistake_in_a_known_term_or_name_is_mended(
    small: Glossary, typed: str, mended: str
) -> None:
    assert small.correct(typed).text == mended


def test_replacements_tell_what_was_read_as_what(small: Glossary) -> None:
    corrected = small.correct("监都和年审，委托人年审")
    translated = small.in_documents_words(corrected.text)
    assert said_and_meant((corrected, translated)) == (
        Replacement(said="监都", means="监督"),
        Replacement(said="年审", means="监督审核"),
        Replacement(said="委托人", means="认证委托人"),
    )


def test_unknown_key_of_the_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "glossary.toml"
    file.write_text(SMALL.replace("unless", "except"), "utf-8")
    with pytest.raises(ValidationError, match="except"):
        Glossary.load(file)


def test_every_saying_of_the_glossary_has_one_meaning() -> None:
    sayings = [say.lower() for term in BUNDLED.terms for say in {s.lower() for s in term.says}]
    assert sorted(sayings) == sorted(set(sayings))


def test_every_saying_of_the_glossary_is_read_as_its_term() -> None:
    wrong = [
        (say, term.means)
        for term in BUNDLED.terms
        for say in term.says
        if BUNDLED.in_documents_words(say).text != term.means
    ]
    assert wrong == []


def test_no_exception_of_the_glossary_is_idle() -> None:
    idle = [
        phrase
        for term in BUNDLED.terms
        for phrase in term.unless
        if not any(say.lower() in phrase.lower() for say in term.says)
    ]
    assert idle == []


def test_words_of_the_documents_stay_as_they_are() -> None:
    changed = [
        term.means
        for term in BUNDLED.terms
        if BUNDLED.in_documents_words(term.means).text != term.means
    ]
    assert changed == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("去年监督", "去年监督"),
        ("去年审过", "去年审过"),
        ("今年年审", "今年监督审核"),
        ("暂停证书", "暂停证书"),
        ("停了证书", "暂停"),
        ("颁发证书", "颁发认证证书"),
        ("什么时候出证书", "什么时候颁发认证证书"),
        ("开个证明要出证明材料", "开个证明要出证明材料"),
        ("原发证机构", "原发证机构"),
        ("证被撤销了", "撤销了"),
        ("到期换证", "到期再认证"),
        ("到期换证审核", "到期再认证"),
        ("当初审了几天", "当初审了几天"),
        ("三个月内审完", "三个月内审完"),
        ("内审和管评", "内部审核和管理评审"),
        ("配合审核组", "配合审核组"),
        ("和质量一起审核", "和质量结合审核"),
        ("公开项目", "公开项目"),
        ("开单了", "不符合项了"),
        ("申请方式", "申请方式"),
        ("申请方要交啥", "认证委托人要交啥"),
        ("给客户回复证据", "给客户回复证据"),
        ("规定证书", "规定证书"),
        ("重大项目", "重大项目"),
        ("不服务客户", "不服务客户"),
    ],
)
def test_saying_inside_another_word_is_left_alone(said: str, meant: str) -> None:
    assert BUNDLED.in_documents_words(said).text == meant


@pytest.mark.parametrize("term", ["监督审核", "再认证", "高风险", "撤销", "场所"])
def test_right_terms_are_not_mended(term: str) -> None:
    assert BUNDLED.correct(term).replacements == ()


@given(st.text("年审监都督证停换发复评委托人认nNcCrmajoMAJOR 项大") | st.text())
def test_reading_any_text_keeps_what_it_does_not_know(text: str) -> None:
    for reading in (BUNDLED.correct(text), BUNDLED.in_documents_words(text)):
        if not reading.replacements:
            assert reading.text == text


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("监督审合几天", "监督审核几天"),
        ("监度审核", "监督审核"),
        ("再认正", "再认证"),
        ("认证绝定", "认证决定"),
        ("暂停期现", "暂停期限"),
        ("撤消", "撤销"),
        ("高凤险", "高风险"),
        ("几个人曰", "几个人日"),
        ("人夭", "人天"),
        ("轻徽不符合", "轻微不符合"),
        ("不附合项", "不符合项"),
        ("一阶断", "一阶段"),
        ("审核计化", "审核计划"),
        ("多厂所抽羊", "多场所抽样"),
        ("公友云", "公有云"),
    ],
)
def test_usual_mistakes_in_key_words_are_mended(typed: str, mended: str) -> None:
    assert BUNDLED.correct(typed).text == mended


@pytest.mark.parametrize(
    "text",
    [
        "初审和监督",
        "现场审和文审",
        "谁审合同",
        "评审合格了吗",
        "监督审合格了吗",
        "评审河南的客户",
        "最初申请的时候",
        "网站停了怎么办",
        "汽车销售公司",
        "暂停期现场审核",
        "审核几天",
        "法人证书",
        "第二阶段",
    ],
)
def test_right_words_that_look_like_mistakes_stay(text: str) -> None:
    assert BUNDLED.correct(text).text == text


def test_documents_have_no_mistakes_to_mend() -> None:
    texts = [clause.text for clause in Library.load().clauses()]
    found = [each for text in texts for each in BUNDLED.correct(text).replacements]
    assert found == []
