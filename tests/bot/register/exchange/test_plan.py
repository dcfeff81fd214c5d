from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from bot.register.change import Correction, Happening, Replacement, ShortNames
from bot.register.errors import RegisterRefuses
from bot.register.exchange import tables
from bot.register.exchange.plan import Plan
from bot.register.record import Particulars
from bot.store.register import StoredRegister
from calculators.audit_types import RiskLevel

Planning = Callable[..., Plan]
HEAD = "组织名称,证书编号,认证体系,发证日期,有效期至,有效人数,上次监督日期"
HUAXIN = "华信云科技有限公司,TB-1,腾标,2025-03-08,2028-03-07,120,2026-02-20"


def taken(plan: Plan, register: StoredRegister) -> StoredRegister:
    register.take(plan.changes, "命令行")
    return register


def test_row_becomes_a_certificate_with_its_events(
    plan: Planning, register: StoredRegister
) -> None:
    heading = (
        "获证组织,简称,注册号,认证规则,员工人数,场所数量,风险,跟进人,"
        "颁证日期,证书有效期,一阶段结束,初审日期,认证决定日期,最近监督审核"
    )
    row = (
        "华信云科技有限公司,华信云、华信,TB-1,公有云PII,120人,3个,高,王工,"
        "2025.3.8,2028年3月7日,25.1.6,2025/1/20,20250301,2026-02-20"
    )
    planned = plan(heading, row)
    assert (planned.bad, planned.unchanged, len(planned.new)) == ((), 0, 1)
    (record,) = taken(planned, register).certificates()
    assert record.organization.short_names == ("华信", "华信云")
    assert record.particulars == Particulars("TB-GZ-036", "TB-1", 120, 3, RiskLevel.HIGH, "王工")
    assert [(each.event.kind, str(each.event.on)) for each in record.events] == [
        ("stage_1_ended", "2025-01-06"),
        ("stage_2_ended", "2025-01-20"),
        ("decided", "2025-03-01"),
        ("issued", "2025-03-08"),
        ("surveillance_ended", "2026-02-20"),
    ]
    assert record.events[3].event.expires == date(2028, 3, 7)


def test_first_issue_makes_the_present_one_a_renewal(
    plan: Planning, register: StoredRegister
) -> None:
    heading = "企业名称,证书号,体系,初次发证日期,发证日期,到期日期"
    planned = plan(heading, "甲公司,1,腾标,2022-03-08,2025-03-08,2028-03-07")
    (record,) = taken(planned, register).certificates()
    assert [(each.event.kind, each.event.expires) for each in record.events] == [
        ("issued", None),
        ("renewed", date(2028, 3, 7)),
    ]


def test_same_file_twice_changes_nothing(plan: Planning, register: StoredRegister) -> None:
    taken(plan(HEAD, HUAXIN), register)
    again = plan(HEAD, HUAXIN)
    assert (again.changes, again.unchanged, again.bad) == ((), 1, ())


def test_known_number_with_other_facts_is_a_correction(
    plan: Planning, register: StoredRegister
) -> None:
    taken(plan(HEAD, HUAXIN), register)
    id = register.certificates()[0].id
    planned = plan(
        HEAD + ",简称",
        "华信云科技有限公司,tb-1,腾标,2025-03-09,2028-03-08,150,2026-11-20,华信",
    )
    names, particulars, issue, surveyed = planned.changes
    assert isinstance(names, ShortNames)
    assert particulars == Correction(id, Particulars("TB-GZ-036", "TB-1", 150), "导入 台账.csv")
    assert isinstance(issue, Replacement)
    assert isinstance(surveyed, Happening)
    assert planned.changed[0].told == (
        "简称增加 华信。",
        "更正：有效人数由 120 改为 150。",
        "更正第 2 条：2025-03-09 签发证书，有效期至 2028-03-08。",
        "2026-11-20 监督审核结束。",
    )
    (record,) = taken(planned, register).certificates()
    assert (record.particulars.headcount, record.organization.short_names) == (150, ("华信",))
    assert len(record.events) == 3
    assert [entry.corrects for entry in register.history(id)] == [None, None, None, None, 2, None]


def test_empty_cells_leave_what_is_known(plan: Planning, register: StoredRegister) -> None:
    taken(plan(HEAD, HUAXIN), register)
    again = plan(HEAD, "华信云科技有限公司,TB-1,腾标,,,/,无")
    assert (again.changes, again.unchanged) == ((), 1)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (",TB-1,腾标,2025-03-08,,,", "组织名称", "组织名称是空的"),
        ("甲😀,TB-1,腾标,2025-03-08,,,", "组织名称", "里有“😀”"),
        ("甲公司,,腾标,2025-03-08,,,", "证书编号", "证书编号是空的"),
        ("甲公司,1,,2025-03-08,,,", "认证体系", "认证项目是空的"),
        ("甲公司,1,ISO 9001,2025-03-08,,,", "认证体系", "“ISO 9001”不认识"),
        ("甲公司,1,腾标和网安联,2025-03-08,,,", "认证体系", "可以指"),
        (f"甲公司,1,{'x' * 99_999},2025-03-08,,,", "认证体系", "超过了 100 字"),
        ("甲公司,1,腾标,2025-02-30,,,", "发证日期", "“2025-02-30”不是日历上有的日期"),
        ("甲公司,1,腾标,三月,,,", "发证日期", "“三月”不是日历上有的日期"),
        ("甲公司,1,腾标,1925-03-08,,,", "整行", "太早了"),
        ("甲公司,1,腾标,2925-03-08,,,", "整行", "太晚了"),
        ("甲公司,1,腾标,2025-03-08,2024-03-07,,", "整行", "不晚于发证日期"),
        ("甲公司,1,腾标,,2028-03-07,,", "有效期至", "没有发证日期"),
        ("甲公司,1,腾标,2025-03-08,,0,", "有效人数", "不能是“0”"),
        ("甲公司,1,腾标,2025-03-08,,-5,", "有效人数", "不能是“-5”"),
        ("甲公司,1,腾标,2025-03-08,,1.5,", "有效人数", "不能是“1.5”"),
        ("甲公司,1,腾标,2025-03-08,,1000000000,", "有效人数", "不能是“1000000000”"),
        ("甲公司,1,腾标,2025-03-08,,,2025-03-07", "整行", "早于发证日期"),
        ("甲公司,1,腾标,,,,2025-03-07", "整行", "还没有登记发证日期"),
    ],
)
def test_bad_row_is_named_with_its_column_and_reason(
    plan: Planning, row: str, column: str, reason: str
) -> None:
    planned = plan(HEAD, "乙公司,2,腾标,2025-03-08,,,", row)
    assert len(planned.new) == 1
    (bad,) = planned.bad
    assert (bad.line, bad.column) == (3, column)
    assert reason in bad.reason


def test_everything_that_is_wrong_in_a_row_is_named(plan: Planning) -> None:
    planned = plan(HEAD, ",,,x,y,z,")
    assert [bad.column for bad in planned.bad] == [
        "组织名称",
        "认证体系",
        "证书编号",
        "有效人数",
        "发证日期",
        "有效期至",
    ]
    assert planned.bad_rows == 1


def test_number_that_stands_twice_in_the_file_is_a_bad_row(plan: Planning) -> None:
    (bad,) = plan(HEAD, HUAXIN, "乙公司,ｔｂ-1,腾标,2025-03-08,,,").bad
    assert (bad.line, bad.reason) == (3, "证书编号 tb-1 和第 2 行相同，请只留一行。")


def test_number_of_another_organization_is_a_bad_row(
    plan: Planning, register: StoredRegister
) -> None:
    taken(plan(HEAD, HUAXIN), register)
    (bad,) = plan(HEAD, "乙公司,TB-1,腾标,2025-03-08,,,").bad
    assert "已登记在“华信云科技有限公司”名下" in bad.reason


def test_status_needs_the_day_since_when(plan: Planning) -> None:
    heading = "组织名称,证书编号,体系,发证日期,状态,暂停日期"
    planned = plan(
        heading,
        "甲公司,1,腾标,2025-03-08,有效,",
        "乙公司,2,腾标,2025-03-08,暂停,2026-03-08",
        "丙公司,3,腾标,2025-03-08,已暂停,",
    )
    assert len(planned.new) == 2
    assert [(bad.line, bad.column) for bad in planned.bad] == [(4, "状态")]


@pytest.mark.parametrize(
    ("words", "document"),
    [
        ("腾标公有云PII", "TB-GZ-036"),
        ("TB-GZ-036", "TB-GZ-036"),
        ("腾镖", "TB-GZ-036"),
        ("ISO/IEC 27017", "RLAC-CSSMS"),
        ("CSSM", "RLAC-CSSMS"),
        ("云服务", "RLAC-CSSMS"),
        ("国测云计算一级", "CNITSEC-CLOUD-1"),
        ("ISMS", "ZQHX-ISMS-ITSMS"),
        ("网安连", "WAL-QP-21"),
        ("网络空间安全服务资质认证", "WAL-QP-21"),
    ],
)
def test_scheme_is_known_by_any_name_and_with_a_typing_error(
    plan: Planning, words: str, document: str
) -> None:
    planned = plan("组织名称,证书编号,认证领域", f"甲公司,1,{words}")
    assert [change.particulars.document for change in planned.changes] == [document]  # type: ignore[union-attr]


def test_scheme_of_the_whole_file_can_be_given(plan: Planning) -> None:
    planned = plan("客户名称,证书编号", "甲公司,1", scheme="WAL-QP-21")
    assert planned.changes[0].particulars.document == "WAL-QP-21"  # type: ignore[union-attr]


def test_headings_are_found_below_a_title_and_unknown_ones_are_named(plan: Planning) -> None:
    planned = plan("证书台账,,", "", "*企业名称（全称）,证书编号：,体系,电话", "甲公司,1,腾标,110")
    assert (len(planned.new), planned.unused) == (1, ("电话",))
    assert planned.new[0].line == 4


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (["组织名称,发证日期", "甲公司,2025-03-08"], "没有找到这些列：证书编号、认证项目"),
        (["甲公司,1,腾标"], "没有找到这些列"),
        (["组织名称,企业名称,证书编号,体系", "甲,乙,1,腾标"], "“组织名称”和“企业名称”都是组织名称"),
        ([HEAD], "文件里没有数据"),
        ([""], "文件里没有数据"),
    ],
)
def test_file_without_what_it_needs_is_refused(
    plan: Planning, rows: list[str], sentence: str
) -> None:
    with pytest.raises(RegisterRefuses, match=sentence):
        plan(*rows)


def test_table_that_is_too_long_is_refused(plan: Planning) -> None:
    rows = (f"甲公司,{number},腾标" for number in range(tables.MOST_ROWS + 1))
    with pytest.raises(RegisterRefuses, match="超过了 20000 行。请分成几个文件"):
        plan("组织名称,证书编号,体系", *rows)


def test_workbook_with_days_and_numbers_of_excel_is_read(
    plan: Planning, register: StoredRegister, workbook: Callable[..., bytes]
) -> None:
    content = workbook(
        ["组织名称", "证书编号", "体系", "发证日期", "有效期至", "人数", "监督"],
        ["甲公司", 20250001, "腾标", datetime(2025, 3, 8), 46819, 120.0, "2026-02-20 00:00:00"],
    )
    (record,) = taken(plan(name="台账.xlsx", content=content), register).certificates()
    assert (record.particulars.number, record.particulars.headcount) == ("20250001", 120)
    issued, surveyed = (each.event for each in record.events)
    assert (issued.on, issued.expires) == (date(2025, 3, 8), date(2028, 3, 7))
    assert surveyed.on == date(2026, 2, 20)
