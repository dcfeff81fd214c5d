"""`clausebot register …`, over a database of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.main import COULD_NOT, FINE, WRONG_USAGE, run

Said = Callable[..., list[str]]
HUAXIN = ("北京华信云科技有限公司", "--scheme", "腾标", "--number", "TB-1")
DAYS = ("--issued", "2025-03-08", "--expires", "2028-03-07")
LINE = "#1 北京华信云科技有限公司 腾标公有云PII TB-1"


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Said:
    """Runs a command of the register and returns its lines, of what went wrong with a code."""
    monkeypatch.setenv("CLAUSEBOT_DATABASE_URL", f"sqlite:///{tmp_path}/register.db")

    def command(*arguments: str, code: int = FINE) -> list[str]:
        assert run(("register", *arguments)) == code
        captured = capsys.readouterr()
        return (captured.out if code == FINE else captured.err).splitlines()

    return command


@pytest.fixture
def huaxin(said: Said) -> str:
    said("add", *HUAXIN, *DAYS, "--people", "120", "--risk", "high", "--short-name", "华信云")
    return "华信云"


def test_certificate_is_registered_and_shown_with_its_obligations(said: Said) -> None:
    assert said("list")[0].startswith("登记册里还没有证书")
    assert said("add", *HUAXIN, *DAYS, "--people", "120", "--owner", "王工") == [f"已登记：{LINE}"]
    shown = said("show", "华信云", "--today", "2025-12-24")
    assert shown[:6] == [
        LINE,
        "状态：有效，2025-03-08 签发，有效期至 2028-03-07",
        "有效人数：120",
        "负责人：王工",
        "事件：",
        "  第 2 条　2025-03-08 签发证书，有效期至 2028-03-07。",
    ]
    (surveillance,) = (line for line in shown if "第一次监督审核最晚日" in line)
    assert surveillance.split()[:3] == ["进行中", "2026-03-08", "74"]


def test_event_meets_what_was_owed(said: Said, huaxin: str) -> None:
    assert said("event", huaxin, "监督审核", "2026-02-20") == [f"已记入：{LINE}"]
    shown = said("show", huaxin, "--today", "2026-03-01")
    assert any("已完成" in line and "第一次监督审核最晚日" in line for line in shown)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("event", "华信云", "监督审核", "2024-02-20"), "早于发证日期 2025-03-08"),
        (("event", "华信云", "聚餐", "2026-02-20"), "没有“聚餐”这种事件"),
        (("event", "蓝盾", "监督审核", "2026-02-20"), "登记册里没有“蓝盾”"),
        (("correct", "华信云", "--event", "9", "--day", "2025-03-09"), "没有第 9 条事件"),
        (("add", *HUAXIN), "证书编号 TB-1 已经登记在“北京华信云科技有限公司”名下"),
        (("add", "甲公司", "--scheme", "9001", "--number", "1"), "认证项目“9001”不认识"),
        (("add", "甲公司", "--scheme", "腾标", "--number", "1", "--people", "0"), "不能是“0”"),
        (("export", "台账.pdf"), "要以 .csv 或 .xlsx 结尾"),
        (("calendar", "revoke", "1"), "没有第 1 个使用中的日历地址"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    said: Said, huaxin: str, arguments: tuple[str, ...], sentence: str
) -> None:
    (line,) = said(*arguments, code=COULD_NOT)
    assert sentence in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "甲公司", "--scheme", "腾标", "--number", "1", "--expires", "2028-01-01"),
        ("correct", "华信云"),
        ("correct", "华信云", "--day", "2025-03-09"),
        ("correct", "华信云", "--event", "2"),
        ("list", "--known-at", "gestern"),
        ("event", "华信云", "监督审核", "2026-02-30"),
    ],
)
def test_wrong_usage_is_told(said: Said, huaxin: str, arguments: tuple[str, ...]) -> None:
    (line,) = said(*arguments, code=WRONG_USAGE)
    assert line.startswith("用法不对：")


def test_several_certificates_of_one_name_are_listed(said: Said, huaxin: str) -> None:
    said("add", HUAXIN[0], "--scheme", "网安联", "--number", "W-1")
    lines = said("show", huaxin, code=COULD_NOT)
    assert lines[1:] == [LINE, "#2 北京华信云科技有限公司 网安联服务资质 W-1"]
    assert said("show", "#2")[0] == lines[2]
    assert len(said("find", "华新云")) == 3
    assert said("find", "蓝盾") == ["没有找到这样的证书。"]


def test_corrections_stand_in_the_history(said: Said, huaxin: str) -> None:
    said("event", huaxin, "暂停", "2026-03-01")
    said("correct", huaxin, "--people", "150", "--short-name", "华信", "--note", "核实")
    said("correct", huaxin, "--event", "2", "--day", "2025-03-09")
    said("correct", huaxin, "--event", "3", "--take-back", "--note", "误记")
    entries = [line.split("　")[2] for line in said("history", "华信")[1:]]
    assert entries[3:] == [
        "更正：有效人数由 120 改为 150（核实）。",
        "更正第 2 条：2025-03-09 签发证书，有效期至 2028-03-07。",
        "撤回第 3 条：2026-03-01 暂停证书（误记）。",
    ]
    assert said("history", huaxin, "--known-at", "2020-01-01", code=COULD_NOT)
    assert said("list", "--known-at", "2020-01-01")[0].startswith("登记册里还没有证书")


def test_obligations_are_json_lines_with_clause_and_steps(said: Said, huaxin: str) -> None:
    lines = said("obligations", "--today", "2026-04-01", "--json")
    found = {each["topic"]: each for each in map(json.loads, lines)}
    surveillance = found["first_surveillance"]
    long = {"quote": "", "consequences": [], "label": "", "steps": [], "warnings": []}
    assert surveillance | long == {
        "organization": HUAXIN[0],
        "certificate": "TB-1",
        "document": "TB-GZ-036",
        "topic": "first_surveillance",
        "label": "",
        "earliest": None,
        "due": "2026-03-08",
        "state": "overdue",
        "clause": "6.1.1 1)",
        "quote": "",
        "consequences": [],
        "steps": [],
        "warnings": [],
        "trigger": "issued",
        "trigger_date": "2025-03-08",
        "met_on": None,
    }
    assert surveillance["steps"][0] == "证书签发日 2025-03-08 起 12 个月"
    assert surveillance["quote"] and surveillance["consequences"]
    assert "截至 2026-04-01，期限 2026-03-08 已过 24 天。" in surveillance["warnings"]
    overdue = said("obligations", "华信云", "--today", "2026-04-01", "--state", "overdue")
    assert any("逾期 24 天" in line for line in overdue)


def test_late_act_and_the_window_of_a_yearly_check_are_shown(said: Said, huaxin: str) -> None:
    said("event", huaxin, "监督审核", "2026-03-20")
    late = [line for line in said("show", huaxin) if "第一次监督审核最晚日" in line]
    assert late[0].split()[:4] == ["已完成", "2026-03-08", "晚了", "12"]
    said("add", "某云公司", "--scheme", "CNITSEC", "--number", "C-1", "--issued", "2025-03-08")
    shown = said("show", "某云公司", "--today", "2026-03-01")
    assert any("2026-02-06～2026-03-08  7 天" in line for line in shown)


def test_cautions_of_what_is_overdue_are_told_once_without_saying_again_that_it_is(
    said: Said,
) -> None:
    said("add", "某云公司", "--scheme", "CNITSEC", "--number", "C-1", "--issued", "2024-03-08")
    shown = said("show", "某云公司", "--today", "2026-04-01")
    notes = shown[shown.index("逾期和即将到期的期限，请注意：") + 1 :]
    assert sum("按含当日" in line for line in notes) == 1
    assert not any("已过" in line for line in notes)
    assert said("show", "某云公司", "--today", "2024-04-01")[-1].startswith("进行中")


def test_import_is_tried_first_and_then_all_or_nothing(said: Said, tmp_path: Path) -> None:
    file = tmp_path / "台账.csv"
    head = "企业名称,证书号,体系,发证日期\n"
    file.write_bytes((head + "甲公司,1,腾标,2025/3/8\n乙公司,2,腾标,2025/2/30\n").encode("gbk"))
    tried = said("import", str(file), "--dry-run")
    assert tried == [
        "第 2 行 甲公司 1：登记证书：认证项目 TB-GZ-036，证书编号 1。2025-03-08 签发证书。",
        "新增 1 张，更正 0 张，没有变化 0 张，有问题 1 行。",
        "这是预演，什么都没有写入。",
    ]
    refused = said("import", str(file), code=COULD_NOT)
    assert "第 3 行 发证日期：" in refused[0]
    assert "什么都没有导入" in refused[1]
    assert said("list")[0].startswith("登记册里还没有证书")
    assert said("import", str(file), "--skip-bad")[-1] == "已导入：新增 1 张，更正 0 张。"
    assert said("import", str(file), "--skip-bad")[-1] == "和登记册里的一样，不需要导入。"


@pytest.mark.parametrize("name", ["台账.csv", "台账.xlsx"])
def test_export_is_imported_again(said: Said, huaxin: str, tmp_path: Path, name: str) -> None:
    file = str(tmp_path / name)
    assert said("export", file) == [f"已写 1 张证书到 {file}。"]
    assert said("import", file)[-1] == "和登记册里的一样，不需要导入。"


def test_calendar_address_is_shown_once_and_revoked(said: Said) -> None:
    assert said("calendar", "list") == ["还没有日历地址。开通：clausebot register calendar new"]
    made = said("calendar", "new", "--owner", "王工")
    secret = made[0].partition("/calendar/")[2].removesuffix(".ics")
    assert len(secret) > 40
    (listed,) = said("calendar", "list")
    assert "王工" in listed and "使用中" in listed and secret not in listed
    said("calendar", "revoke", "1")
    assert "已停用" in said("calendar", "list")[0]
