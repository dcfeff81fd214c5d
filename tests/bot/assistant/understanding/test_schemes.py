from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding.cues import bundled_cues
from bot.assistant.understanding.schemes import SchemeFinder
from knowledge.library import Library

TB, RLAC, CNITSEC, ZQHX, WAL = (
    "TB-GZ-036",
    "RLAC-CSSMS",
    "CNITSEC-CLOUD-1",
    "ZQHX-ISMS-ITSMS",
    "WAL-QP-21",
)
FINDER = SchemeFinder(Library.load().documents, bundled_cues())


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("腾标监督", (TB,)),
        ("tb 监督", (TB,)),
        ("TB10.3.1", (TB,)),
        ("公有云PII", (TB,)),
        ("RLAC云服务认证", (RLAC,)),
        ("27017换证", (RLAC,)),
        ("ISO/IEC27017", (RLAC,)),
        ("国测云计算一级", (CNITSEC,)),
        ("网安联", (WAL,)),
        ("中企华信的ITSMS", (ZQHX,)),
        ("RLAC和腾标哪个严", (RLAC, TB)),
        ("腾标、网安联和RLAC", (TB, WAL, RLAC)),
        ("STB认证", ()),
        ("TBD", ()),
        ("127017", ()),
        ("监督几天", ()),
    ],
)
def test_schemes_are_found_by_all_their_names(text: str, documents: tuple[str, ...]) -> None:
    assert FINDER.find(text).ours == documents


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("云服务监督", (RLAC,)),
        ("ISMS换证", (ZQHX,)),
        ("20000体系", (ZQHX,)),
        ("服务资质", (WAL,)),
        ("20000人", ()),
        ("20000多个员工", ()),
        ("120000", ()),
    ],
)
def test_weak_names_decide_only_where_no_strong_one_stands(
    text: str, weak: tuple[str, ...]
) -> None:
    assert (FINDER.find(text).strong, FINDER.find(text).ours) == ((), weak)
    assert FINDER.find(f"腾标{text}").ours == (TB,)


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("网安联", ()),
        ("RLAC云服务认证", ()),
        ("国测的信息安全服务资质", ()),
        ("网安联的网安服务", (WAL,)),
        ("腾标和云服务", (RLAC,)),
    ],
)
def test_name_inside_a_longer_name_is_none(text: str, weak: tuple[str, ...]) -> None:
    assert FINDER.find(text).weak == weak


@pytest.mark.parametrize(
    ("text", "subjects"),
    [("腾标", ()), ("腾标PII", (TB,)), ("RLAC的CSSMS", (RLAC,)), ("网安联", ())],
)
def test_subject_is_what_is_certified_and_not_who_certifies(
    text: str, subjects: tuple[str, ...]
) -> None:
    assert FINDER.find(text).subjects == subjects


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("ISO9001", ("iso9001",)),
        ("腾标和14001", ("iso14001",)),
        ("27701", ("iso27701",)),
        ("等保三级", ("classified_protection",)),
        ("27001", ()),
        ("27017", ()),
        ("129001", ()),
        ("腾标", ()),
    ],
)
def test_schemes_of_which_there_is_no_document_are_told(text: str, others: tuple[str, ...]) -> None:
    found = FINDER.find(text).others
    assert set(others) <= set(found)
    assert bool(found) == bool(others)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("腾标监督几天", "监督几天"),
        ("监督 TB 几天", "监督 几天"),
        ("27017监督", "27017监督"),
        ("监督几天", "监督几天"),
    ],
)
def test_rest_is_the_text_without_our_names(text: str, rest: str) -> None:
    assert FINDER.find(text).rest == rest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ISO27017和9001共40人", ["27017", "9001"]),
        ("QP-21监督", ["QP-21"]),
        ("腾标40人", []),
        ("20000人", []),
    ],
)
def test_figures_in_a_name_are_told_from_counts(text: str, names: list[str]) -> None:
    spans = FINDER.numbers(text)
    for name in names:
        assert any(name in text[start:end] for start, end in spans)
    assert bool(spans) == bool(names)


@given(st.text("腾标TBtb公有云PI2701 -/ISOMSrlac网安联华信") | st.text())
def test_names_lie_within_any_text(text: str) -> None:
    found = FINDER.find(text)
    assert set(found.ours) <= {TB, RLAC, CNITSEC, ZQHX, WAL}
    assert all(0 <= start < end <= len(text) for start, end in FINDER.numbers(text))


@pytest.mark.parametrize(
    ("text", "documents", "excluded"),
    [
        ("除了腾标，监督几天", (), (TB,)),
        ("除了腾标和RLAC，监督几天", (), (TB, RLAC)),
        ("除了腾标，RLAC也要审", (TB, RLAC), ()),
        ("RLAC的，不要按腾标算", (RLAC,), (TB,)),
        ("不是腾标，是网安联", (WAL,), (TB,)),
        ("客户的证不是腾标发的，能转吗", (TB,), ()),
        ("是不是腾标的", (TB,), ()),
    ],
)
def test_scheme_that_is_left_out_is_not_meant(
    text: str, documents: tuple[str, ...], excluded: tuple[str, ...]
) -> None:
    found = FINDER.find(text)
    assert (found.ours, found.excluded) == (documents, excluded)
