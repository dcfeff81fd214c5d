"""What the commands of the register and of the digests say in Slack, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.register.record import CertificateRecord

# ---- 谁可以 -----------------------------------------------------------------------------------
NO_REGISTER = "这里没有登记册可用。请管理员核对设置 CLAUSEBOT_DATABASE_URL 后重新启动。"
STRANGER = "登记册只给本工作区的同事看，其他工作区的人看不到也改不了。"
MAY_NOT_CHANGE = (
    "登记册和每日提醒只有指定的人可以改；请管理员把你或你的用户组写进设置 "
    "CLAUSEBOT_REGISTER_EDITORS。"
)
NO_EDITORS = (
    "还没有指定谁可以在 Slack 里改登记册和每日提醒；请管理员在设置 CLAUSEBOT_REGISTER_EDITORS "
    "里写上用户号或用户组号。"
)

# ---- /cert ------------------------------------------------------------------------------------
MENU_TITLE = "证书登记册"
MENU_LINES = (
    "/cert 查看 华信云　事实、期限和时间线",
    "/cert 新增　登记一张证书",
    "/cert 事件 华信云　登记监督、暂停、不符合……",
    "/cert 更正 华信云　更正证书；/cert 更正 华信云 第3条　更正一条事件",
    "/cert 历史 华信云　谁在什么时候登记了什么",
    "/cert 列表 腾标 暂停 @负责人　项目、状态、负责人都可以不写",
    "/cert 查找 华信　按名称或编号找",
    "/cert 导出 xlsx　整本登记册（xlsx 或 csv）",
)
MENU_FILE = "把 CSV 或 XLSX 表格发给我（或在频道里 @我 并附上），会先预演再导入。"
ADD = "新增证书"
LIST = "列表"
EXPORT = "导出"
ADD_EVENT = "登记事件"
CORRECT = "更正"
HISTORY = "历史"
OPEN = "查看一张"
SAVE = "保存"


def unknown_subcommand(words: str) -> str:
    """A subcommand that is none."""
    return f"没有“{words}”这个用法，可以这样用："


def name_missing(subcommand: str) -> str:
    """A subcommand without the name that it needs."""
    return f"请写明是哪一张证书，例如 /cert {subcommand} 华信云（名称、简称或证书编号）。"


# ---- 找证书 -----------------------------------------------------------------------------------
GONE = "这张证书已经不在登记册里了，请用 /cert 列表 查看。"


def several(words: str, count: int, lines: Sequence[str]) -> str:
    """Several certificates are called so."""
    more = "……" if count > len(lines) else ""
    return f"“{words}”有 {count} 张证书，请选一张（或写证书编号）：{'；'.join(lines)}{more}"


def not_found(words: str, nearest: Sequence[str]) -> str:
    """No certificate is called so."""
    near = f"名称最接近的是：{'、'.join(nearest)}。" if nearest else "可以用 /cert 列表 看全部。"
    return f"登记册里没有“{words}”。{near}"


# ---- 证书的事实与期限 -------------------------------------------------------------------------
STATUS = "状态"
ISSUED_ON = "发证日期"
OBLIGATION_COLUMNS = ("期限", "日期", "状态", "还剩", "条款")
NOTHING_OWED = "现在没有期限。登记事件之后，期限会按规则自动算出来。"
TIMELINE_READY = "时间线"
SENT_TO_PERSON = "图已发到你和我的私信里。"
FILE_SENT_TO_PERSON = "文件已发到你和我的私信里。"


def certificate_line(record: CertificateRecord) -> str:
    """A certificate in a form."""
    return f"{record.organization.name} · {record.particulars.number}"


def computed(day: str) -> str:
    """A day of expiry that the rules give."""
    return f"{day}（按规则算出）"


def not_before(day: str) -> str:
    """An obligation that has only a first day."""
    return f"不早于 {day}"


def between(first: str, last: str) -> str:
    """An obligation with a window."""
    return f"{first} 至 {last}"


def met_on(day: date, *, is_late: bool) -> str:
    """When an obligation was met."""
    return f"{day} 已完成{'（晚于期限）' if is_late else ''}"


def gap(label: str, why: str) -> str:
    """An obligation whose day cannot be computed."""
    return f"{label}：{why}"


# ---- 列表 -------------------------------------------------------------------------------------
LIST_COLUMNS = ("组织", "证书", "状态", "到期", "最近的期限", "负责人")
PAGE_BEFORE = "上一页"
PAGE_AFTER = "下一页"


def listed(total: int, page: int, pages: int) -> str:
    """How many certificates are listed."""
    return f"共 {total} 张证书，第 {page}/{pages} 页。" if total else "没有符合条件的证书。"


def overdue(count: int) -> str:
    """How much is overdue of a certificate."""
    return f"逾期 {count} 项"


def unknown_filter(words: str) -> str:
    """A word behind 列表 that is no scheme, status or owner."""
    return (
        f"“{words}”不是认证项目、状态（有效、暂停、已到期、撤销、注销、未发证）或登记过的负责人。"
    )


def exported(count: int) -> str:
    """The comment of an exported file."""
    return f"证书登记册，共 {count} 张证书。"


def export_name(day: date, ending: str) -> str:
    """The name of an exported file."""
    return f"证书登记册-{day.isoformat()}.{ending}"


def no_such_file(ending: str, known: Iterable[str]) -> str:
    """A kind of file that is not written."""
    return f"不能导出“{ending}”，可以是：{'、'.join(known)}。"


def timeline_name(number: str) -> str:
    """The name of a picture."""
    return f"时间线-{number}.png"


# ---- 历史 -------------------------------------------------------------------------------------
def history_title(line: str) -> str:
    """The heading of a history."""
    return f"{line} 的历史"


def history_line(number: int, moment: datetime, text: str) -> str:
    """One entry; the author stands before it."""
    return f" {moment:%Y-%m-%d %H:%M} 第 {number} 条 {text}"


# ---- 表单 -------------------------------------------------------------------------------------
ADD_TITLE = "新增证书"
CORRECT_TITLE = "更正证书"
EVENT_TITLE = "登记事件"
CORRECT_EVENT_TITLE = "更正事件"
DONE_TITLE = "已完成"
PUT_OFF_TITLE = "改期提醒"
EXPIRES_HINT = "证书上印的日期；不填就按规则算。"
SHORT_NAMES_HINT = "同事平时怎么叫它，几个之间用顿号隔开。"
MORE_NAMES = "再加几个简称"
WHY = "为什么更正"
WHICH = "哪一张证书"
WHICH_HINT = "名称、简称或证书编号，例如 华信云。"
KIND = "什么事"
ON = "哪一天"
ANSWERS_HINT = "不选就算作最早还没有关闭的那一项。"
TAKE_BACK = "撤回"
NEVER_HAPPENED = "这件事没有发生过，撤回这一条"
BY_WHICH = "登记为哪件事"
UNTIL = "哪一天再提醒"
UNTIL_HINT = "只推迟每日提醒；期限本身不变。"


def names_now(names: Sequence[str]) -> str:
    """The short names that an organization has."""
    return f"现在有：{'、'.join(names)}。" if names else SHORT_NAMES_HINT


def fault_of(label: str, fault: str) -> str:
    """What is wrong with a field that the form does not show yet."""
    return f"{label}：{fault}"


def owner_now(name: str) -> str:
    """An owner who is no Slack user."""
    return f"现在是“{name}”；不选就不变。"


def event_line(number: int, day: date, label: str, details: Iterable[str]) -> str:
    """An event in a menu."""
    return "，".join((f"第 {number} 条 {day} {label}", *details))


def no_event(number: object, known: Iterable[int]) -> str:
    """A certificate has no event with this number."""
    return f"这张证书没有第 {number} 条事件；有：{'、'.join(str(each) for each in known)}。"


def records(labels: Sequence[str]) -> str:
    """Which event the form records."""
    return f"会登记一件事：{'、'.join(labels)}。" if len(labels) == 1 else "会登记下面选的一件事。"


# ---- 办好之后 ---------------------------------------------------------------------------------
def added(line: str) -> str:
    """A certificate was registered."""
    return f"已登记 {line}。"


def corrected(line: str) -> str:
    """Something was corrected."""
    return f"已更正 {line}，原来的记录留在历史里。"


def happened(line: str, day: date, label: str) -> str:
    """An event was registered."""
    return f"已登记 {line}：{day} {label}。"


def what_follows(lines: Sequence[str]) -> str:
    """What is due next."""
    return f"接下来：{'；'.join(lines)}。" if lines else "现在没有要到的期限。"


def recorded(line: str, day: date, label: str, moment: datetime) -> str:
    """Somebody said that an obligation is met; who stands before it."""
    return f"{moment:%Y-%m-%d %H:%M} 登记 {line}：{day} {label}。"


def is_met(label: str) -> str:
    """The obligation is met now."""
    return f"“{label}”已完成。"


def not_yet_met(label: str) -> str:
    """The event does not meet the obligation."""
    return f"按这个日期“{label}”还没有完成，请核对日期。"


def done_before(line: str, label: str, day: date, event: str) -> str:
    """The obligation was met already."""
    return f"{line} 的“{label}”已经完成了：{day} {event}。"


def recorded_by(who: str) -> str:
    """Who recorded an event; the name or mention is markup already."""
    return f"登记人 {who}。"


def no_longer_owed(line: str) -> str:
    """The obligation is not there any more."""
    return f"{line} 已经没有这个期限了（登记过别的事件）。请用 /cert 查看 看现在的期限。"


def never_met(label: str) -> str:
    """An obligation that no event meets."""
    return f"“{label}”不是办完一件事就结束的期限，不能标为已完成；可以改期提醒。"


def put_off(line: str, label: str, due: str, until: date) -> str:
    """A reminder waits."""
    return f"{line} 的“{label}”{until} 再提醒；期限本身不变，仍是 {due}。"


def put_off_wrong(until: date, today: date, last: date) -> str:
    """A day on which no reminder can come."""
    return f"{until} 不行，请选 {today} 以后、{last} 以前的日期。"
