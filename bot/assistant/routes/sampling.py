"""From a question to the sampling calculator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.assistant.attempt import Attempt, attempt
from bot.assistant.understanding import Understanding
from bot.assistant.understanding.cues import Cues
from bot.assistant.understanding.numerals import find_numbers
from calculators.audit_types import AuditType
from calculators.sampling import TOPIC, SamplingRequest, SamplingRules, sample_size
from knowledge.errors import RuleAbsent

_SEGMENTS = re.compile(r"[，,。；;、\n]|另外|还有|外加|以及|加上|\+")
_SITES = re.compile(
    r"(?i)sites?|场所|场地|门店|分店|网点|点位|分公司|分支|机房|数据中心|站点|地点|分部|多场所|\d\s*家店|店"
    r"|(?<=[抽看跑审])(?:几|多少)个?点(?!钟)"
)
_COUNTED = re.compile(r"\s*(?:多|来)?\s*(?:个|家|处|座|间)?")
_ASKS_A_NUMBER = re.compile(
    r"几|多少|样本量|抽样(数|量)|全(都|部)?(要)?(跑|审|去)|都得|少跑|够不够|行不行"
)
_NOT_SITES = re.compile(r"\s*个?\s*(?:名|位|人|员工|年|月|天|次|%|小时|号)")
_AUDITS = (AuditType.INITIAL, AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)


@dataclass(frozen=True, slots=True)
class SamplingRoute:
    """Asks the sampling calculator of each document."""

    rules: Mapping[str, SamplingRules]
    cues: Cues

    def applies(self, asked: Understanding) -> bool:
        """Whether the question wants a number of sites."""
        words = asked.words
        if not (_SITES.search(words) or asked.site_kinds) or asked.amounts.headcounts:
            return False
        if any(True for _ in self._groups(words)):
            return bool(asked.intents & {"sampling", "days"} or asked.audit_types)
        about_the_rule = asked.intents & {"rule", "list", "conflict"}
        wants_number = _ASKS_A_NUMBER.search(words)
        return "sampling" in asked.intents and bool(wants_number) and not about_the_rule

    def documents(self) -> tuple[str, ...]:
        """The documents that compute a number of sites."""
        return tuple(document for document, rules in self.rules.items() if rules.similar)

    def attempt(self, asked: Understanding, document: str, today: date) -> Attempt:
        """What the document's rules give for the question."""
        rules = self.rules.get(document)
        if rules is None:
            return Attempt(document, absent=RuleAbsent(document, TOPIC))
        request = self._request(asked)
        outcome = attempt(document, [partial(sample_size, rules, request)])
        if request.audit_type is None and "site_count" not in outcome.missing:
            each = [partial(sample_size, rules, replace(request, audit_type=k)) for k in _AUDITS]
            outcome = replace(attempt(document, each), missing=outcome.missing)
        if outcome.missing:
            return replace(outcome, clauses=_governing(rules, request))
        return outcome

    def _request(self, asked: Understanding) -> SamplingRequest:
        kinds = [AuditType(name) for name in asked.audit_types]
        request = SamplingRequest(
            audit_type=kinds[0] if kinds else None, second="second" in asked.order
        )
        for count, kind in self._groups(asked.words):
            if kind == "similar":
                request = replace(request, similar=(*request.similar, count))
            elif kind == "dissimilar":
                request = replace(request, dissimilar=(request.dissimilar or 0) + count)
            else:
                request = replace(request, sites=(request.sites or 0) + count)
        return request

    def _groups(self, words: str) -> Iterator[tuple[int, str | None]]:
        """Each number of sites with its kind; the words around it decide before all others."""
        whole = next(iter(self.cues.meanings("sites", words)), None)
        several = len([s for s in _SEGMENTS.split(words) if self.cues.meanings("sites", s)]) > 1
        for segment in _SEGMENTS.split(words):
            kind = next(iter(self.cues.meanings("sites", segment)), None)
            for number in find_numbers(segment):
                after = segment[number.end :]
                counted = _COUNTED.match(after)
                is_sites = _SITES.search(segment) or (kind and counted and counted[0].strip())
                if number.is_share or number.value.denominator != 1 or _NOT_SITES.match(after):
                    continue
                if is_sites:
                    yield int(number.value), kind or (None if several else whole)
                    break


def _governing(rules: SamplingRules, request: SamplingRequest) -> tuple[str, ...]:
    """The clauses with the shares that may be meant."""
    shares = rules.dissimilar if request.dissimilar is not None else rules.similar
    kinds = [request.audit_type] if request.audit_type in shares else list(shares)
    return tuple(dict.fromkeys(shares[kind].clause for kind in kinds if kind is not None))
