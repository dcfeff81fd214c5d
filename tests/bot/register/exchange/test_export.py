from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.register.exchange.export import as_csv, as_xlsx
from bot.register.exchange.plan import Importing
from bot.register.exchange.schemes import SchemeNames
from bot.register.record import CertificateRecord, NewEvent, Particulars
from bot.register.survey import Survey
from bot.store.register import StoredRegister
from calculators.audit_types import AuditType, RiskLevel
from calculators.obligations.event import Severity
from calculators.obligations.event_kinds import Status
from knowledge.library import Library

TODAY = date(2026, 11, 24)
AUDIT = date(2026, 2, 20)
Written = Callable[..., bytes]


@pytest.fixture
def full(register: StoredRegister) -> StoredRegister:
    """Certificates with everything that can be said of one."""
    said = Particulars("TB-GZ-036", "TB-1", 120, 3, RiskLevel.HIGH, "U1")
    register.add(
        "华信云科技有限公司",
        said,
        [
            NewEvent("stage_2_ended", date(2025, 1, 20)),
            NewEvent("issued", date(2025, 3, 8), expires=date(2028, 3, 7)),
            NewEvent("surveillance_ended", AUDIT, "现场；远程 2026-01-01 [1]"),
            NewEvent("nonconformity_raised", AUDIT, "", Severity.MAJOR, AuditType.SURVEILLANCE),
            NewEvent("nonconformity_raised", AUDIT, "", Severity.MINOR),
            NewEvent("nonconformity_closed", date(2026, 3, 8), answers=6),
            NewEvent("suspended", date(2026, 4, 1), "客户要求"),
            NewEvent("restored", date(2026, 5, 1)),
        ],
        "U1",
        ["华信云", "华信"],
    )
    renewed = [
        NewEvent("issued", date(2022, 3, 8), expires=date(2025, 3, 7)),
        NewEvent("renewed", date(2025, 3, 1)),
    ]
    register.add("@蓝盾公司", Particulars("WAL-QP-21", "+86-1"), renewed, "U1")
    register.add("未发证公司", Particulars("RLAC-CSSMS", "R-1"), [], "U1")
    return register


def without_ids(records: Sequence[CertificateRecord]) -> list[CertificateRecord]:
    def bare(record: CertificateRecord) -> CertificateRecord:
        return replace(
            record,
            id=0,
            organization=replace(record.organization, id=0),
            events=tuple(replace(each, author="") for each in record.events),
        )

    return [bare(record) for record in records]


def exported(write: Written, register: StoredRegister, schemes: SchemeNames) -> bytes:
    return write(register.certificates(), schemes.short, lambda _: Status.VALID)


@pytest.mark.parametrize(("write", "name"), [(as_csv, "a.csv"), (as_xlsx, "a.xlsx")])
def test_export_is_imported_into_an_empty_register_as_it_was(
    full: StoredRegister,
    make_register: Callable[[], StoredRegister],
    schemes: SchemeNames,
    write: Written,
    name: str,
) -> None:
    content, empty = exported(write, full, schemes), make_register()
    plan = Importing((), schemes, TODAY).plan(name, content)
    assert (plan.bad, plan.unused) == ((), ())
    empty.take(plan.changes, "命令行")
    assert without_ids(empty.certificates()) == without_ids(full.certificates())
    library = Library.load()
    surveys = [
        [each.obligations for _, each in Survey.load(register, library).all(TODAY)]
        for register in (full, empty)
    ]
    assert surveys[0] == surveys[1]
    assert any(surveys[0])


@pytest.mark.parametrize(("write", "name"), [(as_csv, "a.csv"), (as_xlsx, "a.xlsx")])
def test_export_imported_where_it_came_from_changes_nothing(
    full: StoredRegister, schemes: SchemeNames, write: Written, name: str
) -> None:
    content = exported(write, full, schemes)
    plan = Importing(full.certificates(), schemes, TODAY).plan(name, content)
    assert (plan.changes, plan.bad, plan.unchanged) == ((), (), 3)


def test_no_cell_is_taken_for_a_formula(full: StoredRegister, schemes: SchemeNames) -> None:
    rows = exported(as_csv, full, schemes).decode("utf-8-sig").splitlines()
    assert any(row.startswith("'@蓝盾公司,,网安联服务资质,'+86-1,") for row in rows)
    book = load_workbook(BytesIO(exported(as_xlsx, full, schemes)))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert "'@蓝盾公司" in [cell.value for cell in cells]


def test_days_of_a_workbook_are_days(full: StoredRegister, schemes: SchemeNames) -> None:
    sheet = load_workbook(BytesIO(exported(as_xlsx, full, schemes))).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    column = headings.index("发证日期") + 1
    issued = [sheet.cell(row, column).value for row in range(2, 5)]
    assert [isinstance(value, datetime) for value in issued] == [True, True, False]
    assert headings == [
        *("组织名称", "简称", "认证项目", "证书编号", "有效人数", "场所数", "风险等级"),
        *("负责人", "状态", "发证日期", "有效期至", "上次监督日期", "全部事件"),
    ]
