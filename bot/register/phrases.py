"""What the register says, in Chinese: refusals that name the field, and the lines of a history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

# ---- 名称、证书号、备注 -----------------------------------------------------------------------
ORGANIZATION = "组织名称"
SHORT_NAME = "简称"
NUMBER = "证书编号"
OWNER = "负责人"
NOTE = "备注"
HEADCOUNT = "有效人数"
SITES = "场所数"
RISK = "风险等级"
SCHEME = "认证项目"
EXPIRES = "证书有效期至"


def empty(field: str) -> str:
    """A field that has to be filled in."""
    return f"{field}是空的，请填写。"


def too_long(field: str, length: int, most: int) -> str:
    """A text that is longer than is kept."""
    return f"{field}有 {length} 个字，超过了 {most} 字，请写短一些。"


def strange_sign(field: str, sign: str) -> str:
    """An emoji or markup in a name or number."""
    return f"{field}里有“{sign}”，请去掉表情和标记符号后重写。"


def not_a_whole_number(field: str, words: object, most: int) -> str:
    """A count that is none, or that no organization has."""
    return f"{field}不能是“{words}”，请写 1 到 {most} 的整数。"


def unknown_risk(words: str) -> str:
    """A risk that is none of the levels."""
    return f"{RISK}“{words}”不认识，请写高、中或低。"


def unknown_scheme(words: str, known: Iterable[str]) -> str:
    """A scheme that is none of ours."""
    return f"{SCHEME}“{words}”不认识，请写其中之一：{'、'.join(known)}。"


def ambiguous_scheme(words: str, meant: Iterable[str]) -> str:
    """A scheme cell that names several."""
    return f"{SCHEME}“{words}”可以指{'、'.join(meant)}，请写明是哪一个。"


def no_rulebook(document: str, known: Iterable[str]) -> str:
    """A document that we hold no rules of, so that no deadline would follow."""
    return f"{SCHEME} {document} 没有规则手册，算不出期限；可以登记的有：{'、'.join(known)}。"


# ---- 日期与事件 -------------------------------------------------------------------------------
def not_a_date(field: str, words: str) -> str:
    """A day that no calendar has, or no day at all."""
    return f"{field}“{words}”不是日历上有的日期，请写成 2026-03-08 的样子。"


def too_early(field: str, day: date, first: date) -> str:
    """A day before anything that is registered."""
    return f"{field} {day} 太早了，请核对年份（不早于 {first}）。"


def too_late(field: str, day: date, last: date) -> str:
    """A day in the far future."""
    return f"{field} {day} 太晚了，请核对年份（不晚于 {last}）。"


def unknown_kind(words: str) -> str:
    """An event that is none of the kinds."""
    return f"没有“{words}”这种事件，请写例如 监督审核结束、暂停证书、换发证书。"


def detail_missing(label: str, field: str) -> str:
    """An event without what has to be said of it."""
    return f"{label}要写明{field}，请补上。"


def detail_not_asked(label: str, field: str) -> str:
    """An event with what cannot be said of it."""
    return f"{label}没有{field}，请去掉这一项。"


SEVERITY = "是严重不符合还是一般不符合"
SEVERITY_SHORT = "不符合的严重程度"
AUDIT_TYPE = "审核类型"
ANSWERS = "所回应的事件"


def expires_before_issue(expires: date, issued: date) -> str:
    """A certificate that would have ended when it began."""
    return f"{EXPIRES} {expires} 不晚于发证日期 {issued}，请核对这两个日期。"


def before_issue(label: str, day: date, issued: date) -> str:
    """An event that only a certificate that was issued can go through."""
    return f"“{label}” {day} 早于发证日期 {issued}，请核对这两个日期。"


def not_issued(label: str) -> str:
    """The same where no issue is registered."""
    return f"还没有登记发证日期，不能登记“{label}”；请先登记“签发证书”。"


def only_once(label: str, number: int) -> str:
    """A second event of a kind that happens once."""
    return f"“{label}”已登记为第 {number} 条；换证请登记“再认证换发证书”，日期有误请更正那一条。"


def not_before(label: str, day: date, other: str, other_day: date) -> str:
    """An event that cannot be earlier than another."""
    return f"“{label}” {day} 早于“{other}” {other_day}，请核对这两个日期。"


def nothing_to_settle(label: str, other: str, day: date) -> str:
    """An event that settles what is not there."""
    return f"到 {day} 为止没有“{other}”，不能登记“{label}”；请先登记它或核对日期。"


def answers_wrong(label: str, number: int, other: str) -> str:
    """An event that settles one of another kind."""
    return f"第 {number} 条不是“{other}”，“{label}”不能回应它；请写对应的那一条的号。"


def wrong_status(label: str, day: date, status: str) -> str:
    """An event that does not fit what the certificate was on that day."""
    return f"{day} 证书的状态是“{status}”，不能登记“{label}”；请核对日期和状态。"


# ---- 登记册 -----------------------------------------------------------------------------------
def number_taken(number: str, organization: str) -> str:
    """Another certificate of the scheme has this number."""
    return f"证书编号 {number} 已经登记在“{organization}”名下，请核对证书号，或更正原来那张。"


def number_twice(number: str) -> str:
    """Two new certificates have one number."""
    return f"证书编号 {number} 在同一批里出现了两次，请只留一次。"


def no_such_certificate(id: int) -> str:
    """No certificate has this id."""
    return f"登记册里没有第 {id} 号证书，请用 register list 或 /cert list 查看。"


def no_such_event(number: int) -> str:
    """The certificate has no event with this number that counts."""
    return f"这张证书没有第 {number} 条事件（或已撤回），请先查看它的事件。"


def settled_by(number: int, by: int) -> str:
    """An event that cannot be taken back since another one settles it."""
    return f"第 {by} 条回应了第 {number} 条，请先撤回第 {by} 条。"


NOTHING_CHANGED = "更正的内容和现在登记的一样，不必更正。"

# ---- 历史 -------------------------------------------------------------------------------------
_UNSAID = "未填"
_STOP = "。"


def registered(parts: Iterable[tuple[str, str]]) -> str:
    """A certificate was registered with these particulars."""
    return "登记证书：" + "，".join(f"{field} {words}" for field, words in parts) + _STOP


def corrected(changes: Iterable[tuple[str, str, str]], note: str) -> str:
    """Particulars were corrected: field, before, after."""
    said = "，".join(
        f"{field}由 {before or _UNSAID} 改为 {after or _UNSAID}" for field, before, after in changes
    )
    return _with_note(f"更正：{said}", note)


def happened(day: date, label: str, details: Iterable[str], note: str) -> str:
    """An event was registered."""
    more = "".join(f"，{detail}" for detail in details)
    return _with_note(f"{day} {label}{more}", note)


def event_corrected(entry: int, event: str) -> str:
    """An event was corrected by another entry."""
    return f"更正第 {entry} 条：{event}"


def event_taken_back(entry: int, label: str, day: date, note: str) -> str:
    """An event never happened."""
    return _with_note(f"撤回第 {entry} 条：{day} {label}", note)


def settles(number: int) -> str:
    """Which event this one settles."""
    return f"回应第 {number} 条"


def expires_on(day: date) -> str:
    """The day that is printed on the certificate."""
    return f"有效期至 {day}"


def _with_note(sentence: str, note: str) -> str:
    return f"{sentence}（{note}）{_STOP}" if note else sentence + _STOP


# ---- 答复里提到证书 ---------------------------------------------------------------------------
def certificate_label(organization: str, scheme: str, number: str) -> str:
    """A certificate as people tell it from others."""
    return f"{organization} · {scheme} {number}"


def status_today(status: str) -> str:
    """What the certificate is."""
    return f"证书{status}"


def last_event(kind: str, day: date) -> str:
    """The last event of a kind."""
    return f"{day.isoformat()} {kind}"


def people(count: int) -> str:
    """How many people the certificate covers."""
    return f"有效人数 {count}"
