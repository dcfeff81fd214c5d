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
from calculators.audit_types import RiskLevel
from calculators.obligations.event import Severity
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


@pytest.fixture
def form(slack: SlackStandIn) -> Open:
    """The form that a command opens."""

    def opened(words: str, user: str = "小王") -> View:
        slack.slash_command(user, CHANNEL, "/cert", words)
        return slack.wait_for(lambda: slack.modal(user))

    return opened


def now(desk: Desk, record: CertificateRecord) -> CertificateRecord:
    found = desk.register.certificate(record.id)
    assert found
    return found


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
    assert cells[0] == ["期限", "最晚", "状态", "还剩", "依据"]
    assert [
        "第一次监督审核最晚日",
        "2026-03-08",
        "已逾期",
        "逾期 258 天",
        "腾标公有云PII 6.1.1 1)",
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


# ---- 新增 ---------------------------------------------------------------------------------------
def test_certificate_is_added_by_a_form(form: Open, send: Told, desk: Desk) -> None:
    more = {"owner": "U0LIGONG", "short_names": "云帆、YF", "sites": "2", "risk": "high"}
    answer = send(form("新增"), **NEW, **more)
    assert answer.text == "已登记 云帆数据有限公司 · 腾标公有云PII TB-2025-009。"
    (record,) = desk.register.certificates()
    assert set(record.organization.short_names) == {"云帆", "YF"}
    assert record.particulars == Particulars(
        "TB-GZ-036", "TB-2025-009", 120, 2, RiskLevel.HIGH, "U0LIGONG"
    )
    assert record.events[0].author == "U0XIAOWANG"


WRONG = [
    ({"issued": "1951-03-08"}, "issued", "太早了"),
    ({"issued": "1901-03-08"}, "issued", "请选 1950 年"),
    ({"issued": "2031-03-08"}, "issued", "太晚了"),
    ({"expires": "2024-03-08"}, "expires", "不晚于发证日期"),
    ({"headcount": "0"}, "headcount", "不小于 1"),
    ({"headcount": "1000001"}, "headcount", "整数"),
    ({"sites": "10001"}, "sites", "1 到 10000"),
    ({"number": "TB-2025-001"}, "number", "已经登记在“华信云科技有限公司”名下"),
    ({"number": "*"}, "number", "标记符号"),
    ({"number": " "}, "number", "必须填写"),
    ({"organization": "<!channel>"}, "organization", "标记符号"),
    ({"organization": "字" * 101}, "organization", "超过了 100 字"),
    ({"short_names": "*华信*"}, "short_names", "标记符号"),
    ({"scheme": "NO-SUCH"}, "scheme", ""),
]


@pytest.mark.parametrize(("wrong", "field", "words"), WRONG)
@pytest.mark.usefixtures("huaxin")
def test_wrong_certificate_is_refused_at_its_field(
    form: Open, refused: Refused, wrong: dict[str, str], field: str, words: str
) -> None:
    errors = refused(form("新增"), **{**NEW, **wrong})
    assert list(errors) == [field]
    assert words in errors[field]


@pytest.mark.usefixtures("huaxin")
def test_nothing_is_kept_of_what_is_refused(form: Open, refused: Refused, desk: Desk) -> None:
    refused(form("新增"), **{**NEW, "number": "TB-2025-001"})
    assert len(desk.register.certificates()) == 1


# ---- 事件 ---------------------------------------------------------------------------------------
@pytest.fixture
def choose(slack: SlackStandIn, filled: Filled) -> Callable[..., View]:
    """Chooses a kind of event, and gives the form as it asks then."""

    def chosen(opened: View, kind: str, wanted: str, **facts: object) -> View:
        slack.click_in_view(opened, ids.EVENT_KIND, kind, filled(**facts))
        slack.wait_for(lambda: wanted in str(slack.modal("小王")))
        view = slack.modal("小王")
        assert view
        return view

    return chosen


def test_event_form_asks_what_its_kind_wants(
    form: Open, choose: Open, send: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    opened = form("事件 华信云")
    asking = choose(opened, "nonconformity_raised", "facts:severity", note="现场")
    answer = send(asking, on="2026-11-01", severity="major")
    assert "2026-11-01 开出不符合项" in answer.text
    recorded = now(desk, huaxin).events[-1]
    assert (recorded.event.severity, recorded.note) == (Severity.MAJOR, "现场")


def test_answer_says_which_event_it_answers(
    form: Open, choose: Open, send: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    raised = NewEvent("nonconformity_raised", date(2026, 3, 1), severity=Severity.MAJOR)
    for _ in range(2):
        last = desk.register.record(huaxin.id, raised, "U9").events[-1].event.number
    asking = choose(form("事件 华信云"), "nonconformity_closed", "facts:answers")
    send(asking, on="2026-03-09", answers=str(last))
    assert now(desk, huaxin).events[-1].event.answers == last


def test_certificate_is_named_in_the_form_where_it_was_not_before(
    form: Open, send: Told, refused: Refused, desk: Desk, huaxin: CertificateRecord
) -> None:
    opened = form("事件")
    facts = {"kind": "surveillance_ended", "on": "2026-03-01"}
    unknown = refused(opened, **facts, certificate="没有这家")
    assert "登记册里没有“没有这家”" in unknown["certificate"]
    send(opened, **facts, certificate="华信云")
    assert now(desk, huaxin).events[-1].event.kind == "surveillance_ended"


@pytest.mark.parametrize(
    ("kind", "day", "words"),
    [
        ("surveillance_ended", "2024-03-01", "早于发证日期 2025-03-08"),
        ("surveillance_ended", "1951-03-01", "太早了"),
        ("surveillance_ended", "1901-03-01", "请选 1950 年"),
        ("surveillance_ended", "2040-03-01", "太晚了"),
        ("restored", "2026-03-01", "状态是“有效”"),
        ("nonconformity_closed", "2026-03-01", "没有“开出不符合项”"),
        ("issued", "2026-03-01", "已登记为第"),
    ],
)
@pytest.mark.usefixtures("huaxin")
def test_wrong_event_is_refused_at_its_day(
    form: Open, refused: Refused, kind: str, day: str, words: str
) -> None:
    assert words in refused(form("事件 华信云"), kind=kind, on=day)["on"]


@pytest.mark.usefixtures("huaxin")
def test_severity_is_asked_for_where_the_form_was_sent_too_soon(
    form: Open, refused: Refused
) -> None:
    errors = refused(form("事件 华信云"), kind="nonconformity_raised", on="2026-03-01")
    assert errors == {"on": "不符合的严重程度：这一项必须填写。"}


# ---- 更正 ---------------------------------------------------------------------------------------
def test_correction_begins_with_what_is_registered(
    form: Open, send: Told, refused: Refused, desk: Desk, huaxin: CertificateRecord
) -> None:
    opened = form("更正 华信云")
    assert refused(opened) == {"number": "更正的内容和现在登记的一样，不必更正。"}
    send(opened, headcount="150", short_names="华信", note="扩编")
    corrected = now(desk, huaxin)
    assert corrected.particulars == replace(huaxin.particulars, headcount=150)
    assert set(corrected.organization.short_names) == {"华信", "华信云"}
    history = "".join(each.text for each in desk.register.history(huaxin.id))
    assert "有效人数由 120 改为 150（扩编）" in history


def test_owner_without_a_slack_account_stays(form: Open, send: Told, desk: Desk) -> None:
    said = Particulars("TB-GZ-036", "N-1", owner="张三")
    record = desk.register.add("云帆", said, [ISSUED], "U9")
    send(form("更正 云帆"), headcount="9")
    assert now(desk, record).particulars.owner == "张三"


def test_event_is_corrected_and_taken_back(
    form: Open, send: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    surveyed = NewEvent("surveillance_ended", date(2026, 2, 1))
    number = desk.register.record(huaxin.id, surveyed, "U9").events[-1].event.number
    send(form(f"更正 华信云 第{number}条"), on="2026-02-20")
    assert now(desk, huaxin).events[-1].event.on == date(2026, 2, 20)
    send(form(f"更正 华信云 第{number}条"), never=["never"])
    assert len(now(desk, huaxin).events) == 1


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
