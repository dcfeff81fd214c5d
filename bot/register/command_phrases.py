"""What `clausebot register` says, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

AUTHOR = "命令行"
NO_CERTIFICATES = (
    "登记册里还没有证书。登记：clausebot register add，或 clausebot register import 台账.xlsx"
)
NOTHING_FOUND = "没有找到这样的证书。"
NO_OBLIGATIONS = "没有期限。"
EVENTS = "事件："
OBLIGATIONS = "期限："
NOTES = "逾期和即将到期的期限，请注意："
GAPS = "算不出的期限："
CERTIFICATE_HEAD = ("号", "组织", "认证项目", "证书编号", "状态", "有效期至", "负责人")
OBLIGATION_HEAD = ("状态", "期限", "还有", "组织", "证书编号", "事项", "条款")
CORRECT_WHAT = "没有写要更正什么，请加上 --people、--event 等选项"
DAY_OR_TAKE_BACK = "更正事件要写 --day，或写 --take-back 撤回"
READING = "读取"
WRITING = "写入"
WRONG_ENDING = "导出的文件名要以 .csv 或 .xlsx 结尾。"


def not_found(words: str) -> str:
    """No certificate is called so."""
    return f"登记册里没有“{words}”。请用 clausebot register list 查看，或写证书编号、#号。"


def several(words: str, found: Iterable[str]) -> str:
    """Several certificates are called so."""
    return f"“{words}”有几张证书，请写其中一张的 #号 或证书编号：\n" + "\n".join(found)


def certificate(id: int, organization: str, scheme: str, number: str) -> str:
    """One line for a certificate."""
    return f"#{id} {organization} {scheme} {number}"


def added(line: str) -> str:
    """A certificate was registered."""
    return f"已登记：{line}"


def done(line: str) -> str:
    """A certificate was changed."""
    return f"已记入：{line}"


def short_names(names: Iterable[str]) -> str:
    """What staff call the client."""
    return f"简称：{'、'.join(names)}"


def fact(field: str, words: object) -> str:
    """One of the particulars."""
    return f"{field}：{words}"


def status(label: str, issued: date | None, expires: date | None) -> str:
    """What the certificate is."""
    days = f"，{issued} 签发" if issued else ""
    return f"状态：{label}{days}" + (f"，有效期至 {expires}" if expires else "")


def event(number: int, told: str) -> str:
    """An event under its number."""
    return f"  第 {number} 条　{told}"


def entry(number: int, moment: datetime, author: str, text: str) -> str:
    """A line of the history."""
    return f"第 {number} 条　{moment:%Y-%m-%d %H:%M} {author}　{text}"


def days_left(days: int | None) -> str:
    """How long it is until the last day."""
    if days is None:
        return ""
    if days < 0:
        return f"逾期 {-days} 天"
    return f"{days} 天" if days else "今天"


def days_late(days: int) -> str:
    """That something was done after its last day."""
    return f"晚了 {days} 天"


def window(first: date, last: date) -> str:
    """The days between which something is to be done."""
    return f"{first}～{last}"


def note(label: str, warning: str) -> str:
    """What to know of an obligation."""
    return f"  {label}：{warning}"
