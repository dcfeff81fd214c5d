"""From a question to the fee calculator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.assistant.attempt import Attempt, attempt
from bot.assistant.understanding import Understanding
from bot.assistant.understanding.numerals import find_numbers
from calculators.fees import TOPIC, Component, FeeRequest, FeeRules, fees
from knowledge.errors import RuleAbsent

_FIRST = re.compile(
    r"首次|第一次|头一次|初次|新申请|申请|首年|拿证|颁发认证证书|办(?!理变更)|做下来"
)
_RENEWAL = re.compile(r"维持|换证|再认证|续|保持|到期|复审|延续")
_MONEY = re.compile(r"钱|费|元|价|预算|年金|块")
_WITHOUT_ANNUITY = re.compile(
    r"(?:不算|不含|不包括|不要|除去|除开|除掉|刨去|刨开|刨掉|扣除|扣掉|去掉|抛开|减去)年[金费]"
    r"|年[金费](?:不算|不含|不要|除外|除开|刨|扣|去掉|另算|抛开)"
)
_ANNUITY = re.compile(r"年金|年费")
_AUDIT = re.compile(r"审核费|审核那|审核(部分|费用)|光审核|评审费")
_DIFFERENCE = re.compile(r"贵|便宜|差(多少|额|价)|多出|省(多少)?|相差|比.{0,8}(多|少|高|低)")
_EACH_YEAR = re.compile(r"每年|一年(?!.*年金)|平均|均摊|年均|摊")
_OTHER_CHARGES = re.compile(
    r"补(?!充)|丢|遗失|变更|罚|差旅|住宿|机票|培训|年检|翻译|邮寄|快递|加急|退|咨询|申请费|实施费|管理费|人天|人日|复印|转移"
    r"|打折|优惠|减免|分期|到账|发票|开票|几张票|付款|支付方式|账户|账号|(?<!参)考(?!核|虑|量)"
)
# Amounts that a company has or earns, not what it is charged.
_NOT_CHARGED = re.compile(
    r"注册资[金本]|实缴|净资产|收入|营收|营业额|利润|合同.{0,3}额|业务额|罚款|工资|补贴"
)
_COMPANIES = re.compile(r"\s*(?:个|家)(?:公司|单位|组织|企业|子公司|分公司|机构|客户)?")
_YEARS = re.compile(r"\s*年(?!金|费|检|审|底|初|\d|后|前|内|到期)")
_TIMES = re.compile(r"\s*(?:次|回)")
_SEGMENTS = re.compile(r"[，,。；;、+（）()]|和|与|跟|再(?!认证)|另外")


@dataclass(frozen=True, slots=True)
class FeeRoute:
    """Asks the fee calculator of each document."""

    rules: Mapping[str, FeeRules]

    def applies(self, asked: Understanding) -> bool:
        """Whether the question wants an amount."""
        if _NOT_CHARGED.search(asked.words):
            return False
        counts_days = asked.intents & {"person_days", "days"} or asked.amounts.headcounts
        return "amount" in asked.intents and (not counts_days or bool(_MONEY.search(asked.words)))

    def documents(self) -> tuple[str, ...]:
        """The documents that state amounts."""
        return tuple(document for document, rules in self.rules.items() if rules.first)

    def attempt(self, asked: Understanding, document: str, today: date) -> Attempt:
        """What the document charges for what the question names."""
        rules = self.rules.get(document)
        if rules is None:
            return Attempt(document, absent=RuleAbsent(document, TOPIC))
        clauses = tuple(rule.clause for rule in rules.unstated)
        if rules.first and _OTHER_CHARGES.search(asked.words):
            return Attempt(document, absent=RuleAbsent(document, TOPIC, clauses), clauses=clauses)
        requests = list(_requests(asked.words))
        if not requests and not asked.schemes.ours:
            return Attempt(document)
        requests = requests or [FeeRequest(first=1), FeeRequest(renewals=1)]
        return attempt(document, (partial(fees, rules, request) for request in requests))


def _requests(words: str) -> Iterator[FeeRequest]:
    first, renewals = _companies(words)
    component = _component(words)
    years = _years(words)
    if component is Component.DIFFERENCE:
        yield FeeRequest(first=1, renewals=1, component=component)
    elif component in (Component.ANNUITY, Component.ANNUITY_PER_YEAR) and not renewals:
        yield FeeRequest(first=max(first, 1), component=component)
    elif years and years > 1 and first and component is Component.TOTAL:
        yield FeeRequest(first=max(first, 1), years=years)
    elif first or renewals:
        yield FeeRequest(first=first, renewals=renewals, component=component)


def _component(words: str) -> Component:
    if _DIFFERENCE.search(words) and _FIRST.search(words) and _RENEWAL.search(words):
        return Component.DIFFERENCE
    if _WITHOUT_ANNUITY.search(words):
        return Component.AUDIT
    if _ANNUITY.search(words):
        return Component.ANNUITY_PER_YEAR if _EACH_YEAR.search(words) else Component.ANNUITY
    return Component.AUDIT if _AUDIT.search(words) else Component.TOTAL


def _companies(words: str) -> tuple[int, int]:
    """How many apply for the first time and how many renew; one each where no number stands by."""
    first = renewals = carried = 0
    for segment in _SEGMENTS.split(words):
        number = _counted(segment, _COMPANIES) or _counted(segment, _TIMES) or 0
        is_renewal = bool(_RENEWAL.search(segment))
        is_first = bool(_FIRST.search(segment)) and not is_renewal
        if is_renewal:
            renewals += number or carried or 1
        elif is_first:
            first += number or carried or (0 if first else 1)
        carried = number if number and not (is_first or is_renewal) else 0
    return first, renewals


def _years(words: str) -> int | None:
    return _counted(words.replace("三年年金", ""), _YEARS)


def _counted(segment: str, unit: re.Pattern[str]) -> int | None:
    for number in find_numbers(segment):
        is_whole = number.value.denominator == 1 and not number.is_share
        if is_whole and unit.match(segment, number.end):
            return int(number.value)
    return None
