"""The register in Slack: shown, added to, corrected, found, and who may do so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.playground import Message, SlackStandIn, View
from bot.playground.workspace import BOT_USER, Channel, User
from bot.register.record import CertificateRecord, NewEvent, Particulars
from bot.slack import desk_phrases, ids
from bot.slack.desk import Desk
from bot.slack.services import Services
from tests.fakes.clock import Clock

CHANNEL = "市场部"
ISSUED = NewEvent("issued", date(2025, 3, 8))
NEW = {
    "organization": "云帆数据有限公司",
    "scheme": "TB-GZ-036",
    "number": "TB-2025-009",
    "issued": "2025-03-08",
    "headcount": "120",
}
Told = Callable[..., Message]
Open = Callable[..., View]
Refused = Callable[..., dict[str, str]]
Filled = Callable[..., dict[str, dict[str, object]]]


@pytest.fixture
def services(services: Services, desk: Desk) -> Services:
    return replace(services, desk=desk)


@pytest.fixture
def huaxin(desk: Desk) -> CertificateRecord:
    said = Particulars("TB-GZ-036", "TB-2025-001", 120, owner="U0LIGONG")
    return desk.register.add("华信云科技有限公司", said, [ISSUED], "U9", ["华信云"])


@pytest.fixture
def cert(slack: SlackStandIn, told: Told) -> Callable[..., Message]:
    def give(words: str = "", user: str = "小王") -> Message:
        return told(user, lambda: slack.slash_command(user, CHANNEL, "/cert", words))

    return give


# ---- 看 -----------------------------------------------------------------------------------------
def test_bare_command_shows_what_can_be_done(cert: Told) -> None:
    menu = cert()
    assert "/cert 查看 华信云" in menu.text
    assert ids.CERTIFICATE_ADD in str(menu.blocks)


def test_unknown_subcommand_shows_the_menu(cert: Told) -> None:
    assert cert("删除 华信云").text.startswith("没有“删除”这个用法")


@pytest.mark.parametrize("words", ["查看 华信云", "show TB-2025-001", "看 华信云科技有限公司"])
def test_certificate_is_shown_with_its_obligations_and_a_timeline(
    slack: SlackStandIn, cert: Told, huaxin: CertificateRecord, words: str
) -> None:
    shown = cert(words, "李工")
    assert shown.text.startswith("华信云科技有限公司 · 腾标公有云PII TB-2025-001（有效）")
    assert "2028-03-07（按规则算出）" in shown.text
    rows = next(block["rows"] for block in shown.blocks if block["type"] == "table")
    cells = [[cell["text"] for cell in row] for row in rows]
    assert cells[0] == ["期限", "日期", "状态", "还剩", "条款"]
    assert [
        "第一次监督审核最晚日",
        "2026-03-08",
        "已逾期",
        "逾期 258 天",
        "6.1.1 1)",
    ] in cells
    states = [row[2] for row in cells[1:]]
    assert states == sorted(states, key=["已逾期", "即将到期", "进行中"].index)
    (sent,) = slack.wait_for(lambda: slack.messages("李工"))
    assert slack.file(sent.files[0]["id"]).startswith(b"\x89PNG")


def test_several_certificates_are_buttons(
    slack: SlackStandIn, cert: Told, told: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    other = Particulars("WAL-QP-21", "WAL-7")
    desk.register.add("华信云科技有限公司", other, [ISSUED], "U9")
    question = cert("查看 华信云")
    assert question.text.startswith("“华信云”有 2 张证书")
    shown = told(
        "小王",
        lambda: slack.click("小王", question, "华信云科技有限公司 · 网安联服务资质 WAL-7"),
    )
    assert "WAL-7（有效）" in shown.text


def test_unknown_name_gets_what_comes_nearest(cert: Told, huaxin: CertificateRecord) -> None:
    answer = cert("查看 华云数字集团")
    assert answer.text == "登记册里没有“华云数字集团”。名称最接近的是：华信云科技有限公司。"
    assert ids.CERTIFICATE_SHOW in str(answer.blocks)


@pytest.mark.parametrize("words", ["查看", "更正", "历史", "查找"])
def test_name_is_asked_for(cert: Told, words: str) -> None:
    assert f"/cert {words} 华信云" in cert(words).text


def test_history_names_author_and_moment(cert: Told, huaxin: CertificateRecord) -> None:
    history = cert("历史 华信云", "李工")
    assert "第 2 条 2025-03-08 签发证书" in history.text
    assert {"type": "text", "text": "U9"} in history.blocks[1]["elements"][0]["elements"]


@pytest.fixture
def many(desk: Desk) -> None:
    for place in range(20):
        document = "TB-GZ-036" if place % 2 else "WAL-QP-21"
        said = Particulars(document, f"N-{place:02}", owner="U0LIGONG" if place < 4 else "张三")
        record = desk.register.add(f"第{place:02}公司", said, [ISSUED], "U9")
        if place == 1:
            desk.register.record(record.id, NewEvent("suspended", date(2026, 1, 5)), "U9")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 20),
        ("腾标", 10),
        ("暂停", 1),
        ("@李工", 4),
        ("张三", 16),
        ("腾标 @李工", 2),
        ("@张总", 0),
        ("网安联 暂停", 0),
    ],
)
def test_list_is_narrowed_and_counted(cert: Told, many: None, words: str, count: int) -> None:
    answer = cert(f"列表 {words}")
    expected = f"共 {count} 张证书" if count else "没有符合条件的证书"
    assert answer.text.startswith(expected)


def test_list_is_turned_by_pages(slack: SlackStandIn, cert: Told, many: None) -> None:
    first = cert("列表")
    assert "第 1/2 页" in first.text
    slack.click("小王", first, "下一页")
    slack.wait_for(lambda: "第 2/2 页" in str(slack.current(first)))
    second = slack.current(first)
    assert second
    assert "第19公司" in second.text
    assert "第00公司" not in second.text


def test_list_refuses_what_it_does_not_know(cert: Told, many: None) -> None:
    assert "“九州云”不是认证项目、状态" in cert("列表 九州云").text


def test_certificates_are_found_by_part_of_a_name(cert: Told, many: None) -> None:
    assert "共 1 张证书" in cert("查找 第07公司").text


@pytest.mark.parametrize(("words", "start"), [("", b"PK"), ("csv", b"\xef\xbb\xbf")])
def test_register_is_exported_to_the_person(
    slack: SlackStandIn, cert: Told, many: None, words: str, start: bytes
) -> None:
    assert cert(f"导出 {words}").text == desk_phrases.FILE_SENT_TO_PERSON
    (sent,) = slack.messages("小王")
    assert slack.file(sent.files[0]["id"]).startswith(start)
    assert "共 20 张证书" in sent.text


def test_no_other_file_is_written(cert: Told) -> None:
    assert cert("导出 pdf").text == "不能导出“pdf”，可以是：csv、xlsx。"


def test_event_that_is_not_there_is_said(cert: Told, huaxin: CertificateRecord) -> None:
    assert cert("更正 华信云 第99条").text.startswith("这张证书没有第 99 条事件")


# ---- 谁可以 -------------------------------------------------------------------------------------
@pytest.mark.parametrize("words", ["新增", "事件", "事件 华信云", "更正 华信云"])
def test_others_may_read_only(
    slack: SlackStandIn, cert: Told, huaxin: CertificateRecord, words: str
) -> None:
    assert cert(words, "李工").text == desk_phrases.MAY_NOT_CHANGE
    assert "CLAUSEBOT_REGISTER_EDITORS" in desk_phrases.MAY_NOT_CHANGE
    assert slack.modal("李工") is None


def test_member_of_a_group_may_change(slack: SlackStandIn, form: Open) -> None:
    assert form("新增", "张总")
    assert form("事件", "张总")
    asked = [call for call in slack.calls if call.method == "usergroups.users.list"]
    assert len(asked) == 1


def test_group_that_slack_does_not_tell_gives_no_right(slack: SlackStandIn, cert: Told) -> None:
    slack.fail_next("usergroups.users.list", status=200, error="no_such_subteam")
    assert cert("新增", "张总").text == desk_phrases.MAY_NOT_CHANGE


def test_right_that_was_taken_away_counts_when_the_form_is_sent(
    slack: SlackStandIn, clock: Clock, form: Open, send: Told, desk: Desk
) -> None:
    opened = form("新增", "张总")
    clock.later(minutes=2)
    slack.fail_next("usergroups.users.list", status=200, error="no_such_subteam")
    answer = send(opened, **NEW, user="张总")
    assert answer.text == desk_phrases.MAY_NOT_CHANGE
    assert not desk.register.certificates()


@pytest.mark.parametrize("editors", [frozenset()])
def test_nobody_may_change_where_nobody_is_named(cert: Told) -> None:
    assert cert("新增").text == desk_phrases.NO_EDITORS


@pytest.fixture
def stranger(slack: SlackStandIn, huaxin: CertificateRecord) -> Iterator[str]:
    slack.add_user(User("U0STRANGER", "外人", team="T0OTHERS"))
    members = frozenset({"U0STRANGER", "U0XIAOWANG", BOT_USER})
    slack.add_channel(Channel("C0SHARED", "共用", members, is_shared=True))
    yield "外人"


def test_people_of_another_workspace_see_nothing(
    slack: SlackStandIn, told: Told, stranger: str
) -> None:
    told("小王", lambda: slack.slash_command("小王", "共用", "/cert", "查看 华信云"), "共用")
    sent = told(stranger, lambda: slack.post_message(stranger, "共用", "好"), "共用")
    with_table = {"a.csv": "组织名称,证书编号\n".encode()}
    message = slack.post_message(stranger, "共用", "@ClauseBot", files=with_table)
    (answer,) = slack.wait_for(lambda: slack.replies(message))
    assert answer.text == desk_phrases.STRANGER
    assert sent


@pytest.mark.parametrize("desk", [None])
def test_without_a_register_it_is_said(cert: Told) -> None:
    assert cert("列表").text == desk_phrases.NO_REGISTER


# ---- 标记 ---------------------------------------------------------------------------------------
def test_no_markup_is_smuggled_in_by_what_people_type(
    slack: SlackStandIn, cert: Told, huaxin: CertificateRecord
) -> None:
    for words in ("查看 <!channel> *a*", "列表 <!here>", "<!channel>"):
        answer = cert(words)
        assert "<!" not in answer.text
        assert "<!" not in str(answer.blocks)
