"""What a document says about itself on its first page: title, issuer, version, day it takes effect.

Guesses, to be shown to whoever adds the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.clause import Clause, ClauseKind

_GENRE = (
    r"(?:规则|规范|程序|指南|办法|制度|规定|细则|准则|方案|手册|要求|标准)(?:[（(][^（）()]*[）)])?"
)
_TITLE = re.compile(rf".{{4,60}}{_GENRE}$")
_KIND_OF_TEXT = re.compile(rf"(?:实施|管理|过程|申请|技术|工作)*{_GENRE}$")
_WHAT_IS_DONE = re.compile(r"(?:认证|评价|评估|测评|审核)$")
_ISSUER = re.compile(
    r"^[\u4e00-\u9fff（）()A-Za-z]{2,28}(?:公司|中心|机构|协会|研究院|委员会|局|所)$"
)
_ISSUED = re.compile(r"(?:发布|编制|制定|颁布)(?:机构|单位|部门)\s*[:：]\s*(\S+)")
_COMPANY = re.compile(r"(?:(?:集团)?(?:股份)?有限(?:责任)?公司|集团)$")
_NUMBER = re.compile(r"(?:文件)?编\s*号\s*[:：]\s*([A-Za-z0-9][A-Za-z0-9./_-]*)")
_VERSION = re.compile(r"版\s*本\s*号?\s*[:：]\s*([A-Za-z0-9][A-Za-z0-9./_-]*)")
_EFFECTIVE = re.compile(
    r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?起?\s*(?:正式)?(?:实施|施行|生效|执行)"
    r"|(?:实施|施行|生效)日期\s*[:：]\s*(\d{4})\s*[年./-]?\s*(\d{1,2})\s*[月./-]?\s*(\d{1,2})"
)
_FIRST_PAGE = 20
# A table on the title page has what is said in one column and the field in the other.
_A_FIELD = 2
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class SelfDescription:
    """Guesses; what the text does not say is empty or None."""

    number: str
    title: str
    issuer: str
    version: str
    effective_from: date | None
    names: tuple[str, ...]


def self_description(clauses: Sequence[Clause]) -> SelfDescription:
    """What the clauses of a document tell about it."""
    lines = _first_lines(clauses)
    page = "\n".join(lines)
    title = next(filter(_TITLE.match, lines), lines[0] if lines else "")
    issuer = _first(_ISSUED, page) or next(filter(_ISSUER.match, lines), "")
    return SelfDescription(
        number=_first(_NUMBER, page).replace("/", "-"),
        title=title,
        issuer=issuer,
        version=_first(_VERSION, page),
        effective_from=_effective(page) or _effective("\n".join(each.text for each in clauses)),
        names=_names(title, issuer),
    )


def _first_lines(clauses: Sequence[Clause]) -> list[str]:
    """The lines before the first chapter."""
    lines: list[str] = []
    for clause in clauses:
        if clause.kind in (ClauseKind.SECTION, ClauseKind.ANNEX):
            break
        words = "：".join(clause.cells) if len(clause.cells) == _A_FIELD else clause.text
        lines += [_SPACE.sub(" ", line).strip() for line in words.split("\n")]
    return [line.strip("《》") for line in lines if line][:_FIRST_PAGE]


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group(1) if found else ""


def _effective(text: str) -> date | None:
    for found in _EFFECTIVE.finditer(text):
        year, month, day = (int(part) for part in found.groups() if part)
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def _names(title: str, issuer: str) -> tuple[str, ...]:
    """How staff may call it: the title, shorter without 实施规则 and 认证, the short issuer."""
    scheme = _KIND_OF_TEXT.sub("", title)
    names = (title, scheme, _WHAT_IS_DONE.sub("", scheme), _COMPANY.sub("", issuer))
    return tuple(dict.fromkeys(name.strip() for name in names if len(name.strip()) > 1))
