from __future__ import annotations

from datetime import date

import pytest

from knowledge.readers import read
from knowledge.self_description import SelfDescription, self_description
from tests.fakes.clause_words import ADDED


def _said(text: str) -> SelfDescription:
    return self_description(read("", text).clauses)


def test_title_page_tells_number_title_issuer_version_and_day() -> None:
    assert _said((ADDED / "articles.txt").read_text("utf-8")) == SelfDescription(
        number="SL-YL-01",
        title="养老机构服务认证实施细则",
        issuer="山岭认证有限公司",
        version="A/1",
        effective_from=date(2026, 3, 1),
        names=("养老机构服务认证实施细则", "养老机构服务认证", "养老机构服务", "山岭认证"),
    )


def test_table_on_the_title_page_tells_it_too() -> None:
    fields = (
        "| 文件编号 | BX-02 |\n| 版本 | C/0 |\n| 发布机构 | 北信公司 |\n| 实施日期 | 2026年9月1日 |"
    )
    said = _said(f"# 能源认证规则\n\n{fields}\n\n## 1 总则\n适用。\n")
    assert (said.number, said.version, said.issuer) == ("BX-02", "C/0", "北信公司")
    assert said.effective_from == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("某规则\n2026-05-01实施\n", date(2026, 5, 1)),
        ("某规则\n实施日期：20260501\n", date(2026, 5, 1)),
        ("一、附则\n本办法自2026年5月1日起施行。\n", date(2026, 5, 1)),
        ("某规则\n2026年2月30日起实施\n", None),
        ("一、附则\n2026年5月1日前申请的除外。\n", None),
    ],
)
def test_day_from_which_it_holds_is_found_where_it_is_stated(text: str, day: date | None) -> None:
    assert _said(text).effective_from == day


def test_title_is_the_line_that_names_a_kind_of_rule() -> None:
    assert (
        _said("受控文件\n《云服务认证规则（试行）》\n1. 目的\n").title == "云服务认证规则（试行）"
    )


def test_words_of_a_clause_are_no_title() -> None:
    assert _said("1. 目的\n某某服务认证实施规则\n").title == ""


def test_text_that_says_nothing_of_itself_has_an_empty_description() -> None:
    assert _said("") == SelfDescription("", "", "", "", None, ())
