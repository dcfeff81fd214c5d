"""What a clause that was found means for the case, and when nothing is concluded from it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from bot.assistant.conclusions import Conclusions
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.understanding.cues import bundled_cues
from calculators.calculation import Value
from knowledge.clause import ClauseRef
from knowledge.library import Library
from tests.bot.assistant.conftest import Read

TB, RLAC, WAL = "TB-GZ-036", "RLAC-CSSMS", "WAL-QP-21"
Conclude = Callable[..., dict[str, Value]]


@pytest.fixture(scope="module")
def conclude(library: Library, rulebooks: Rulebooks, read: Read) -> Conclude:
    conclusions = Conclusions(
        library, rulebooks.status, rulebooks.classification, rulebooks.deadlines, bundled_cues()
    )

    def drawn(words: str, *found: str) -> dict[str, Value]:
        refs = [ClauseRef(*each.split(" ", 1)) for each in found]
        results = conclusions.from_clauses(read(words), refs)
        return {each.document: each.value for each in results}

    return drawn


@pytest.mark.parametrize(
    ("words", "found", "outcome"),
    [
        ("被列入严重违法失信名单，腾标是暂停还是撤销", f"{TB} 10.3.2 2)", "撤销"),
        ("客户欠费，腾标会停证吗", f"{TB} 10.3.1 9)", "暂停"),
        ("腾标客户营业执照被吊销，怎么处理", f"{TB} 10.3.2 1)", "撤销"),
        ("RLAC的客户停业整顿了，停不停证", f"{RLAC} 7.2.1 (3)", "暂停"),
        ("网安联客户监督逾期半年了，停还是撤", f"{WAL} 6.7.3.5 1)", "撤销"),
        ("腾标客户体系不运行了，停还是撤", f"{TB} 10.3.2", "撤销"),  # the list, then its item
    ],
)
def test_outcome_of_a_finding(words: str, found: str, outcome: str, conclude: Conclude) -> None:
    assert conclude(words, found) == {found.split(maxsplit=1)[0]: outcome}


@pytest.mark.parametrize(
    ("words", "found", "level"),
    [
        ("客户是银行，RLAC级别是几级", f"{RLAC} 附录A 03.01", "一级"),
        ("RLAC 律所几级", f"{RLAC} 附录A 03.04", "三级"),
        ("RLAC 律所几级", f"{RLAC} 附录A", "三级"),
        ("系统性失效在腾标算什么级别", f"{TB} 5.6.4.6 1) ②", "严重不合格"),
    ],
)
def test_level_of_a_class(words: str, found: str, level: str, conclude: Conclude) -> None:
    assert conclude(words, found) == {found.split(maxsplit=1)[0]: level}


def test_class_that_is_named_and_little_else_is_taken_from_a_lower_place(
    conclude: Conclude,
) -> None:
    words = "RLAC云服务，客户是电商，业务范围算几级"
    assert conclude(words, f"{RLAC} 附录A 03.06", f"{RLAC} 附录A 03.02") == {RLAC: "一级"}


@pytest.mark.parametrize(
    "words",
    [
        "RLAC，党委机关算几级",  # 机关 names another class than the one found
        "RLAC，税物机关几级",  # a typing error leaves the name of another
    ],
)
def test_class_that_is_only_hinted_at_is_not(words: str, conclude: Conclude) -> None:
    lower = [f"{RLAC} 附录A {code}" for code in ("01.01", "02.01", "04.08")]
    assert conclude(words, f"{RLAC} 附录A 01.04", *lower) == {}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # the clause found and the words point to different findings
        ("腾标停业整顿的企业递了申请怎么处理", f"{TB} 5.2.2 3)"),
        # nothing is asked about an outcome or a level
        ("腾标客户欠费谁去催", f"{TB} 10.3.1 9)"),
        # the words are near no finding
        ("腾标食堂停还是撤", f"{TB} 10.3.1 9)"),
        # another outcome than one of the certificate
        ("腾标申请材料造假，停还是撤", f"{TB} 5.6.2 4)"),
        # a paragraph speaks of all levels, not of one
        ("测评中心资质最高是几级", "CNITSEC-CLOUD-1 2 第2段"),
        # no such rules in the document
        ("网安联客户是银行，几级", f"{WAL} 6.3"),
    ],
)
def test_nothing_is_concluded_without_certainty(words: str, found: str, conclude: Conclude) -> None:
    assert conclude(words, found) == {}


def test_each_scheme_has_its_own_conclusion(conclude: Conclude) -> None:
    words = "被列入严重违法失信名单是暂停还是撤销"
    found = (f"{RLAC} 7.3.1 (2)", f"{TB} 10.3.2 2)", f"{WAL} 6.7.3.5 4)")
    assert conclude(words, *found) == {RLAC: "撤销", TB: "撤销"}


def test_conclusion_is_a_word_and_no_number(conclude: Conclude) -> None:
    drawn = conclude("客户欠费，腾标会停证吗", f"{TB} 10.3.1 9)")
    assert not any(isinstance(value, Fraction) for value in drawn.values())
