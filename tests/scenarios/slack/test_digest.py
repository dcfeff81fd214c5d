"""The digest in Slack: turned on and off, sent at once, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.digest.subscription import Subscription
from bot.playground import Message, SlackStandIn, View
from bot.playground.workspace import BOT_USER, Channel
from bot.register.record import CertificateRecord, NewEvent, Particulars
from bot.slack import desk_phrases, digest_phrases, ids
from bot.slack.desk import Desk
from bot.slack.services import Services
from calculators.obligations.event import Severity
from tests.fakes.clock import Clock

CHANNEL, CHANNEL_ID = "审核计划", "C0AUDITPLAN"
FIRST = '[{}, "first_surveillance:2"]'
Told = Callable[..., Message]
Press = Callable[..., View | None]
Refused = Callable[..., dict[str, str]]


@pytest.fixture
def services(services: Services, desk: Desk) -> Services:
    return replace(services, desk=desk)


@pytest.fixture
def huaxin(desk: Desk) -> CertificateRecord:
    said = Particulars("TB-GZ-036", "TB-2025-001", 120, owner="U0LIGONG")
    issued = NewEvent("issued", date(2025, 12, 8))
    return desk.register.add("华信云科技有限公司", said, [issued], "U9", ["华信云"])


@pytest.fixture
def digest(slack: SlackStandIn, told: Told) -> Told:
    def give(words: str = "", user: str = "小王", channel: str = CHANNEL) -> Message:
        return told(user, lambda: slack.slash_command(user, channel, "/digest", words), channel)

    return give


# ---- on, off, list ------------------------------------------------------------------------------
def test_channel_gets_what_it_wishes(digest: Told, desk: Desk, clock: Clock) -> None:
    answer = digest("on 9点半 60 天 腾标 @李工 每天 没有就不发")
    assert answer.text == (
        "<@U0XIAOWANG>：本频道每天 09:30 发每日提醒：腾标公有云PII <@U0LIGONG>，提前 60 天，"
        "没有到期的就不发。第一次：2026-11-25 09:30。"
    )
    assert answer.seen_by is None
    assert desk.subscriptions.of(CHANNEL_ID) == Subscription(
        channel=CHANNEL_ID,
        since=clock.moment,
        author="U0XIAOWANG",
        at=time(9, 30),
        days_ahead=60,
        every_day=True,
        documents=("TB-GZ-036",),
        owners=("U0LIGONG",),
        says_when_nothing_is_due=False,
    )


def test_what_is_unsaid_is_usual(digest: Told, desk: Desk, clock: Clock) -> None:
    clock.moment = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    assert digest("on").text.endswith(
        "本频道工作日 09:00 发每日提醒：全部，提前 30 天。第一次：2026-11-30 09:00。"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("on 25:00", "时刻“25:00”不对"),
        ("on 9:75", "时刻“9:75”不对"),
        ("on 0天", "天数“0天”不对，请写 1 到 366 天"),
        ("on -5天", "天数“-5天”不对"),
        ("on 400", "天数“400”不对"),
        ("on 九州云", "“九州云”看不懂"),
        ("on @没有这人", "看不懂"),
        ("on 9:00 10:00", "时刻写了两次"),
        ("on 每天 工作日", "哪些天发写了两次"),
        ("来", "用法：/digest on"),
    ],
)
def test_unclear_wish_is_one_sentence(digest: Told, desk: Desk, words: str, said: str) -> None:
    answer = digest(words)
    assert said in answer.text
    assert answer.seen_by == "U0XIAOWANG"
    assert desk.subscriptions.all() == ()


def test_turning_off_drops_what_is_owed(digest: Told, desk: Desk) -> None:
    digest("on")
    desk.ledger.owe(CHANNEL_ID, date(2026, 11, 24))
    assert digest_phrases.DIGEST_OFF in digest("off").text
    assert desk.subscriptions.of(CHANNEL_ID) is None
    assert not desk.ledger.is_owed(CHANNEL_ID, date(2026, 11, 24))
    assert digest("关闭").text == digest_phrases.DIGEST_WAS_OFF


def test_all_digests_are_listed_for_everybody(digest: Told) -> None:
    assert digest("list", "李工").text == digest_phrases.NO_DIGESTS
    digest("on 10:00 腾标")
    listed = digest("list", "李工")
    assert listed.text == "<#C0AUDITPLAN> 工作日 10:00，腾标公有云PII，提前 30 天"
    assert [len(row) for row in listed.blocks[0]["rows"]] == [6, 6]


@pytest.mark.parametrize("words", ["on", "off", ""])
def test_others_may_not_change_it(
    slack: SlackStandIn, digest: Told, desk: Desk, words: str
) -> None:
    assert digest(words, "李工").text == desk_phrases.MAY_NOT_CHANGE
    assert slack.modal("李工") is None


def test_form_says_and_changes_what_the_channel_has(
    slack: SlackStandIn, told: Told, refused: Refused, filled: Told, desk: Desk
) -> None:
    slack.slash_command("小王", CHANNEL, "/digest")
    form = slack.wait_for(lambda: slack.modal("小王"))
    assert refused(form, days="400") == {"days": "天数“400”不对，请写 1 到 366 天，例如 30天。"}
    entered = filled(at="18:15", days="7", when="every_day", schemes=["WAL-QP-21"])
    told("小王", lambda: slack.submit_view(form, entered), CHANNEL)  # type: ignore[arg-type]
    now = desk.subscriptions.of(CHANNEL_ID)
    assert now
    assert (now.at, now.days_ahead, now.every_day, now.documents) == (
        time(18, 15),
        7,
        True,
        ("WAL-QP-21",),
    )


def test_bot_joins_a_public_channel(slack: SlackStandIn, digest: Told, desk: Desk) -> None:
    slack.add_channel(Channel("C0OPEN", "公开", frozenset({"U0XIAOWANG"})))
    digest("on", channel="公开")
    assert BOT_USER in slack.channel("公开").members
    assert desk.subscriptions.of("C0OPEN")


def test_bot_asks_to_be_invited_to_a_private_channel(
    slack: SlackStandIn, digest: Told, desk: Desk
) -> None:
    slack.add_channel(Channel("C0CLOSED", "内部", frozenset({"U0XIAOWANG"}), is_private=True))
    assert digest("on", channel="内部").text == digest_phrases.INVITE
    assert desk.subscriptions.all() == ()


def test_channel_that_is_shared_with_others_gets_none(slack: SlackStandIn, digest: Told) -> None:
    members = frozenset({"U0XIAOWANG", BOT_USER})
    slack.add_channel(Channel("C0SHARED", "共用", members, is_shared=True))
    assert digest("on", channel="共用").text == digest_phrases.SHARED_CHANNEL
    assert digest("now", channel="共用").text == digest_phrases.SHARED_CHANNEL


# ---- now ----------------------------------------------------------------------------------------
@pytest.fixture
def sent(digest: Told, huaxin: CertificateRecord) -> Message:
    """The digest of the channel, sent at once."""
    return digest("now")


def test_digest_is_sent_at_once_with_its_picture(slack: SlackStandIn, sent: Message) -> None:
    assert sent.seen_by is None
    assert "华信云科技有限公司" in sent.text
    below = slack.wait_for(lambda: slack.replies(sent))
    assert slack.file(below[-1].files[0]["id"]).startswith(b"\x89PNG")


def test_others_get_it_for_themselves(digest: Told, huaxin: CertificateRecord) -> None:
    assert digest("now", "李工").seen_by == "U0LIGONG"


# ---- 已完成、改期提醒、看条款 -------------------------------------------------------------------
@pytest.fixture
def press(slack: SlackStandIn, sent: Message, huaxin: CertificateRecord) -> Press:
    """Chooses the first surveillance in a menu of the digest; the form that opens, if one does."""

    def pressed(action: str, user: str = "小王") -> View | None:
        slack.click(user, sent, action, value=FIRST.format(huaxin.id))
        slack.wait_for(lambda: slack.modal(user) or slack.replies(sent)[1:] or _private(user))
        return slack.modal(user)

    def _private(user: str) -> bool:
        last = slack.messages(CHANNEL, seen_by=user)[-1]
        return last.seen_by is not None

    return pressed


def below(slack: SlackStandIn, sent: Message) -> list[str]:
    return [each.text for each in slack.replies(sent) if not each.files]


def test_done_records_the_event_and_says_so_in_the_thread(
    slack: SlackStandIn,
    sent: Message,
    press: Press,
    filled: Told,
    desk: Desk,
) -> None:
    form = press(ids.OBLIGATION_DONE)
    assert form
    assert "会登记一件事：监督审核结束。" in str(form.definition["blocks"])
    assert slack.submit_view(form, filled(on="2026-11-20", note="现场")).accepted  # type: ignore[arg-type]
    (words,) = slack.wait_for(lambda: below(slack, sent))
    assert words.startswith("<@U0XIAOWANG> 2026-11-24 17:00 登记 华信云科技有限公司")
    assert words.endswith("2026-11-20 监督审核结束。“第一次监督审核最晚日”已完成。")
    (record,) = desk.register.certificates()
    assert record.events[-1].event.kind == "surveillance_ended"
    assert (record.events[-1].author, record.events[-1].note) == ("U0XIAOWANG", "现场")


def test_done_twice_says_who_did_it_before(
    told: Told, press: Press, send: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    form = press(ids.OBLIGATION_DONE)
    surveyed = NewEvent("surveillance_ended", date(2026, 11, 20))
    desk.register.record(huaxin.id, surveyed, "U0ZHANGZONG")
    too_late = send(form, channel=CHANNEL)
    again = told("小王", lambda: press(ids.OBLIGATION_DONE), CHANNEL)
    for answer in (too_late, again):
        assert "已经完成了：2026-11-20 监督审核结束。登记人 <@U0ZHANGZONG>。" in answer.text
    (record,) = desk.register.certificates()
    assert len(record.events) == 2


def test_day_before_the_issue_is_refused(press: Press, refused: Refused, desk: Desk) -> None:
    errors = refused(press(ids.OBLIGATION_DONE), on="2024-01-01")
    assert "早于发证日期" in errors["on"]


def test_reminder_is_put_off_and_the_obligation_is_not(
    slack: SlackStandIn, sent: Message, press: Press, digest: Told, filled: Told
) -> None:
    form = press(ids.OBLIGATION_PUT_OFF)
    assert form
    assert slack.submit_view(form, filled(until="2026-12-05")).accepted  # type: ignore[arg-type]
    (words,) = slack.wait_for(lambda: below(slack, sent))
    assert words.endswith("2026-12-05 再提醒；期限本身不变，仍是 2026-12-08。")
    assert "2026-12-08" not in digest("now", "李工").text


@pytest.mark.parametrize("until", ["2026-11-01", "2026-11-21", "2028-01-01"])
def test_reminder_can_only_be_put_off_to_a_day_to_come(
    press: Press, refused: Refused, until: str
) -> None:
    assert "请选 2026-11-21 以后" in refused(press(ids.OBLIGATION_PUT_OFF), until=until)["until"]


def test_clause_is_read_whole_by_everybody(
    press: Press,
) -> None:
    view = press(ids.OBLIGATION_CLAUSE, "李工")
    assert view
    assert "6.1.1 1)" in str(view.definition["blocks"])


@pytest.mark.parametrize("action", [ids.OBLIGATION_DONE, ids.OBLIGATION_PUT_OFF])
def test_others_may_only_read(
    slack: SlackStandIn, told: Told, sent: Message, huaxin: CertificateRecord, action: str
) -> None:
    value = FIRST.format(huaxin.id)
    answer = told("李工", lambda: slack.click("李工", sent, action, value=value), CHANNEL)
    assert answer.text == desk_phrases.MAY_NOT_CHANGE
    assert slack.modal("李工") is None


def test_closing_a_nonconformity_answers_the_one_that_is_due(
    slack: SlackStandIn, send: Told, desk: Desk, huaxin: CertificateRecord
) -> None:
    for day in (2, 9):
        raised = NewEvent("nonconformity_raised", date(2026, 11, day), severity=Severity.MAJOR)
        record = desk.register.record(huaxin.id, raised, "U9")
    last = record.events[-1].event.number
    owed = desk.survey.of(record, date(2026, 11, 21)).obligations
    key = next(each.key for each in owed if each.opened_by.number == last and each.due)
    slack.slash_command("小王", CHANNEL, "/cert", "查看 华信云")
    shown = slack.wait_for(lambda: _with(slack, ids.OBLIGATION_DONE))
    value = f'[{huaxin.id}, "{key}"]'
    slack.click("小王", shown, ids.OBLIGATION_DONE, value=value)
    form = slack.wait_for(lambda: slack.modal("小王"))
    send(form, channel=CHANNEL, on="2026-11-15")
    (record,) = desk.register.certificates()
    assert record.events[-1].event.answers == last


def _with(slack: SlackStandIn, action: str) -> Message | None:
    """The message that has this action."""
    seen = slack.messages(CHANNEL, seen_by="小王")
    return next((each for each in seen if action in str(each.blocks)), None)
