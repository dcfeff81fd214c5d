"""Tables that are dropped into the chat: a dry run, then the import as a whole or not at all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl import Workbook

from bot.playground import Message, SlackStandIn
from bot.register.exchange import phrases as exchange_phrases
from bot.slack import desk_phrases, ids, import_phrases, phrases
from bot.slack.desk import Desk
from bot.slack.services import Services

CHANNEL = "市场部"
HEADINGS = ("企业名称", "证书号", "认证体系", "发证日期", "有效人数")
GOOD = ("华信云科技有限公司", "TB-1", "腾标", "2025-03-08", "120人")
OTHER = ("云帆数据有限公司", "W-1", "网安联", "2025年6月1日", "80")
BAD = ("坏行有限公司", "W-2", "网安联", "2025-02-30", "80")
Drop = Callable[..., Message]


@pytest.fixture
def services(services: Services, desk: Desk) -> Services:
    return replace(services, desk=desk)


def csv(*rows: tuple[str, ...]) -> bytes:
    return "\r\n".join(",".join(row) for row in (HEADINGS, *rows)).encode("gb18030")


def xlsx(*rows: tuple[str, ...]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (HEADINGS, *rows):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def with_macro() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        parts.writestr("xl/vbaProject.bin", b"")
    return content.getvalue()


@pytest.fixture
def drop(slack: SlackStandIn) -> Drop:
    """Sends a file with a mention of the bot; what the bot says below."""

    def dropped(name: str, content: bytes, user: str = "小王", text: str = "@ClauseBot") -> Message:
        message = slack.post_message(user, CHANNEL, text, files={name: content})
        return slack.wait_for(lambda: slack.replies(message))[0]

    return dropped


@pytest.mark.parametrize(
    ("name", "content"), [("台账.csv", csv(GOOD, OTHER)), ("台账.xlsx", xlsx(GOOD, OTHER))]
)
def test_table_is_imported_after_a_dry_run(
    slack: SlackStandIn, drop: Drop, desk: Desk, name: str, content: bytes
) -> None:
    plan = drop(name, content)
    assert plan.text == f"导入预演：{name}\n新增 2 张，更正 0 张，没有变化 0 张，有问题 0 行。"
    assert not desk.register.certificates()
    slack.click("小王", plan, ids.IMPORT)
    slack.wait_for(lambda: "已导入：新增 2 张" in str(slack.current(plan)))
    after = slack.current(plan)
    assert after
    assert after.text.startswith(f"<@U0XIAOWANG> 从 {name}")
    assert not after.blocks
    names = {each.organization.name for each in desk.register.certificates()}
    assert names == {GOOD[0], OTHER[0]}
    history = desk.register.history(desk.register.certificates()[0].id)
    assert {entry.author for entry in history} == {"U0XIAOWANG"}


def test_table_in_a_direct_message_needs_no_mention(slack: SlackStandIn) -> None:
    message = slack.post_message("小王", "小王", "", files={"台账.csv": csv(GOOD)})
    (plan,) = slack.wait_for(lambda: slack.replies(message))
    assert "新增 1 张" in plan.text


def test_nothing_is_imported_where_nobody_wants_it(
    slack: SlackStandIn, drop: Drop, desk: Desk
) -> None:
    plan = drop("台账.csv", csv(GOOD))
    slack.click("小王", plan, ids.IMPORT_NOT)
    slack.wait_for(lambda: import_phrases.NOT_IMPORTED in str(slack.current(plan)))
    assert not desk.register.certificates()


def test_bad_rows_are_named_and_only_left_out_on_purpose(
    slack: SlackStandIn, drop: Drop, desk: Desk
) -> None:
    plan = drop("台账.csv", csv(GOOD, BAD))
    assert "有问题 1 行" in plan.text
    assert "第 3 行 发证日期" in str(plan.blocks)
    assert f"'{ids.IMPORT}'" not in str(plan.blocks)
    slack.click("小王", plan, ids.IMPORT_REST)
    slack.wait_for(lambda: "有问题的 1 行没有导入" in str(slack.current(plan)))
    assert [each.organization.name for each in desk.register.certificates()] == [GOOD[0]]


def test_changes_of_what_is_registered_are_shown_first(
    slack: SlackStandIn, drop: Drop, desk: Desk
) -> None:
    plan = drop("台账.csv", csv(GOOD))
    slack.click("小王", plan, ids.IMPORT)
    slack.wait_for(desk.register.certificates)
    again = drop("台账.csv", csv(GOOD))
    assert exchange_phrases.NOTHING_NEW in again.text
    assert ids.IMPORT not in str(again.blocks)
    changed = drop("台账.csv", csv((*GOOD[:4], "150人")))
    assert "有效人数由 120 改为 150" in str(changed.blocks)


def test_pressing_twice_imports_once(
    slack: SlackStandIn, told: Drop, drop: Drop, desk: Desk
) -> None:
    plan, same = drop("台账.csv", csv(GOOD)), drop("台账.csv", csv(GOOD))
    slack.click("小王", plan, ids.IMPORT)
    slack.wait_for(desk.register.certificates)
    refusal = told("小王", lambda: slack.click("小王", same, ids.IMPORT))
    assert refusal.text == exchange_phrases.NOTHING_NEW
    assert len(desk.register.certificates()) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("台账.xlsm", xlsx(GOOD), exchange_phrases.MACRO),
        ("台账.xlsx", with_macro(), exchange_phrases.MACRO),
        ("台账.xls", b"\xd0\xcf\x11\xe0", exchange_phrases.OLD_EXCEL),
        ("台账.xlsx", b"PK\x03\x04broken", exchange_phrases.DAMAGED),
        ("台账.csv", b"\xff\x00\x81", exchange_phrases.NOT_TEXT),
        ("台账.csv", "甲,乙\n1,2".encode(), "没有找到这些列"),
        ("台账.csv", csv(), exchange_phrases.EMPTY),
        ("台账.csv", b"x" * 20_000_001, "超过了 20 MB"),
    ],
    ids=["xlsm", "macro", "xls", "broken", "no text", "headings", "empty", "huge"],
)
def test_file_that_cannot_be_imported_is_one_sentence(
    drop: Drop, name: str, content: bytes, words: str
) -> None:
    answer = drop(name, content)
    assert words in answer.text
    assert not answer.blocks


def test_file_that_slack_does_not_give_is_said(slack: SlackStandIn, drop: Drop) -> None:
    slack.fail_next("files.info", status=200, error="file_not_found")
    assert drop("台账.csv", csv(GOOD)).text == import_phrases.FILE_GONE


def test_others_see_the_plan_without_buttons(drop: Drop) -> None:
    plan = drop("台账.csv", csv(GOOD), "李工")
    assert "新增 1 张" in plan.text
    assert desk_phrases.MAY_NOT_CHANGE in str(plan.blocks)
    assert ids.IMPORT not in str(plan.blocks)


def test_others_cannot_press_either(
    slack: SlackStandIn, told: Drop, drop: Drop, desk: Desk
) -> None:
    plan = drop("台账.csv", csv(GOOD))
    answer = told("李工", lambda: slack.click("李工", plan, ids.IMPORT))
    assert answer.text == desk_phrases.MAY_NOT_CHANGE
    assert not desk.register.certificates()


def test_markup_in_a_table_is_no_markup(drop: Drop) -> None:
    plan = drop("<!channel>.csv", csv(("<!channel>有限公司", *GOOD[1:])))
    assert "<!channel>" not in plan.text
    assert all(block["type"] != "section" for block in plan.blocks)


def test_other_files_are_answered_as_before(drop: Drop) -> None:
    assert drop("图.png", b"\x89PNG").text == phrases.FILE_NOT_READ


@pytest.mark.parametrize("desk", [None])
def test_tables_are_other_files_where_there_is_no_register(drop: Drop) -> None:
    assert drop("台账.csv", csv(GOOD)).text == phrases.FILE_NOT_READ
