"""What sort of answer a question wants, and whether a clause contains one of that sort.

A clause that speaks of a thing without the figure asked for does not answer: 「限期整改」 is no
answer to 「几天」. Then the documents are silent, and the clause is shown as the nearest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百半]+)"


class AnswerType(StrEnum):
    """The sort of figure that a question asks for."""

    MONEY = "money"
    PERIOD = "period"
    COUNT = "count"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True)
class _Sort:
    asked: re.Pattern[str]
    given: re.Pattern[str]


_SORTS = {
    AnswerType.MONEY: _Sort(
        re.compile(
            r"多少钱|几块钱|几万|多少(?:元|块|万)|收费(?:多少|标准)|怎么收费|单价|价目"
            r"|(?:费|费用|价格|报价|年金|预算|补贴|工资|津贴|罚款|赔偿)(?:是|要|大概|一般|一共)?(?:多少|几)"
            r"|(?:收|交|付|赔|罚|花|补)(?:多少|几[万千百])"
        ),
        re.compile(r"\d\s*元|万元|人民币"),
    ),
    AnswerType.TELEPHONE: _Sort(
        re.compile(r"电话|打哪|手机|热线|联系方式|传真"),
        re.compile(r"\d{3,4}\D?\d{7,8}|传\s*真|电\s*话"),
    ),
    AnswerType.PERIOD: _Sort(
        re.compile(
            r"几天|多少天|几个?(?:工作日|月|星期|小时|学时|钟头|季度)|几(?:年|日|周)(?!金)|几课时"
            r"|多少个?(?:工作日|月|小时|学时|课时)|多少年|多长时间|多久|隔多|提前多|最长(?!的)"
            r"|有效期(?:几|多)"
        ),
        re.compile(
            _N + r"\s*个?\s*(?:工作日|日历日|日|天|个月|月|年|周|小时|学时|课时)"
            r"|每年|日历年|次月|下次|年度|随时|立即|届满前|到期前|之前|终止日期前"
        ),
    ),
    AnswerType.COUNT: _Sort(
        re.compile(
            r"(?:几|多少)(?:个|名|人|位|家|次|份|级|种|条|项|步|类|遍|台|张|套|分(?!钟)|阶段|道|方面)"
            r"(?!月|工作日|小时|学时|星期|钟头)"
            r"|百分之几|几成|几分之几|多少比例|比例(?:是)?多少|占多少"
        ),
        re.compile(
            r"\d|[一二两三四五六七八九十]\s*(?:个|名|人|份|次|级|种|项|步|类|方面|阶段|分之|式)"
            r"|任意|全部|逐一|每个|每次|全体|所有|均"
        ),
    ),
}


def wanted(question: str) -> AnswerType | None:
    """The sort of figure that a question asks for, or None where it asks for none."""
    for sort, patterns in _SORTS.items():
        if patterns.asked.search(question):
            return sort
    return None


def contains(sort: AnswerType, words: str) -> bool:
    """Whether some words contain a figure of this sort."""
    return bool(_SORTS[sort].given.search(words))
