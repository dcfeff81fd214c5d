"""Multi-site sampling (多场所抽样): how many sites an audit must visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from calculators.audit_types import AuditType
from calculators.calculation import Calculation
from calculators.derivation import Derivation
from calculators.figures import figure, percent
from calculators.rulebook import Number, Rows, Rule, Rulebook, Source, load_rulebook
from knowledge.errors import MissingInput, OutOfRange, RuleAbsent
from knowledge.library import Library

CALCULATOR = "sampling"
TOPIC = "多场所抽样的数量"
UNIT = "个场所"

Shares = dict[Annotated[AuditType, Field(strict=False)], Number]


class SamplingRules(Rulebook):
    """The sampling rules of one document; ``elsewhere`` and ``demands`` stand for a number."""

    subject: ClassVar[str] = "sampling"

    principle: Rule | None = None
    similar_sites: Rule | None = None
    similar: Shares = Field(default_factory=dict)
    rounding: Rule | None = None
    dissimilar: Shares = Field(default_factory=dict)
    central_function: Number | None = None
    other_sites_next_time: Rule | None = None
    major_risk: Number | None = None
    elsewhere: Rule | None = None
    demands: Rows[Source] = ()


@dataclass(frozen=True, slots=True)
class SamplingRequest:
    """The facts: groups of similar sites, dissimilar sites, or sites of unknown kind.

    ``similar`` has one number for each group of sites that are alike; ``major_risk`` counts the
    sites with a major risk; ``second`` says that it is the second surveillance.
    """

    audit_type: AuditType | None = None
    similar: tuple[int, ...] = ()
    dissimilar: int | None = None
    sites: int | None = None
    major_risk: int | None = None
    second: bool = False

    def inputs(self) -> dict[str, str | int | float | None]:
        """The facts that were given, by the names of the answer format."""
        facts: dict[str, str | int | float | None] = {
            "audit_type": self.audit_type,
            "site_count": self.sites,
            "similar_sites": sum(self.similar) or None,
            "dissimilar_sites": self.dissimilar,
            "major_risk_sites": self.major_risk,
        }
        return {name: value for name, value in facts.items() if value is not None}


def sampling_rules(document: str, library: Library, folder: Path | None = None) -> SamplingRules:
    """The document's rules on sampling; RuleAbsent where it has none at all."""
    rules = load_rulebook(SamplingRules, document, library, folder)
    if rules is None:
        raise RuleAbsent(document, TOPIC)
    return rules


def sample_size(rules: SamplingRules, request: SamplingRequest) -> Calculation:
    """The least number of sites to audit.

    MissingInput names absent facts, RuleAbsent the clauses that stand for a number elsewhere,
    OutOfRange a count of sites that is no positive number.
    """
    derivation = Derivation()
    if request.major_risk is not None and rules.major_risk:
        value = _major_risk(rules.major_risk, request.major_risk, derivation)
    else:
        value = _sampled(rules, _demanded(rules, request), request, derivation)
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label=f"{request.audit_type.label if request.audit_type else '审核'}场所数",
        value=value,
        unit=UNIT,
        inputs=request.inputs(),
    )


def one_more_site(rules: SamplingRules, request: SamplingRequest) -> Calculation:
    """The same with one more site, of the last kind that the request names."""
    if request.similar:
        *before, last = request.similar
        return sample_size(rules, replace(request, similar=(*before, last + 1)))
    if request.dissimilar is not None:
        return sample_size(rules, replace(request, dissimilar=request.dissimilar + 1))
    return sample_size(rules, replace(request, sites=(request.sites or 0) + 1))


def _demanded(rules: SamplingRules, request: SamplingRequest) -> AuditType:
    """The kind of audit; refuses what cannot be computed."""
    if not rules.similar:
        absent = [*([rules.elsewhere] if rules.elsewhere else []), *rules.demands]
        raise RuleAbsent(
            rules.document, TOPIC, tuple(dict.fromkeys(each.clause for each in absent))
        )
    known = request.similar or request.dissimilar is not None or request.sites is not None
    missing = ([] if known else ["site_count"]) + ([] if request.audit_type else ["audit_type"])
    if missing or request.audit_type is None:
        raise MissingInput(missing)
    if request.audit_type not in rules.similar:
        raise RuleAbsent(rules.document, f"{request.audit_type.label}的抽样数量")
    return request.audit_type


def _sampled(
    rules: SamplingRules, kind: AuditType, request: SamplingRequest, derivation: Derivation
) -> Fraction:
    if not request.similar and request.dissimilar is None:
        derivation.warn("没有说各场所是否相似：按活动、过程和风险类型相同的相似场所计算。")
        other = replace(request, dissimilar=request.sites)
        derivation.offer(_sampled(rules, kind, other, Derivation()), "若各场所不相似")
        request = replace(request, similar=(_count(request.sites or 0),))
    groups = [
        _share(rules.similar[kind], count, "相似场所", rules.rounding, derivation)
        for count in request.similar
    ]
    apart = _dissimilar(rules, kind, request, sum(groups, Fraction(0)), derivation)
    _add_up(groups, apart, derivation)
    _remind(rules, request, derivation)
    return sum(groups, apart or Fraction(0))


def _count(sites: int) -> int:
    if isinstance(sites, bool) or not isinstance(sites, int) or sites < 1:
        raise OutOfRange("site_count", sites, f"场所数应为正整数，收到的是 {sites}。")
    return sites


def _share(
    share: Number, sites: int, kind: str, rounding: Rule | None, derivation: Derivation
) -> Fraction:
    exact = _count(sites) * share.value
    whole = Fraction(ceil(exact))
    up = "" if whole == exact else f"，向上取整 {whole}"
    text = f"{kind} {sites} 个 × {percent(share.value)} = {figure(exact)}{up} 个"
    derivation.step(text, whole, share)
    derivation.lead(share)
    if rounding and up:
        derivation.mention(rounding)
    return whole


def _dissimilar(
    rules: SamplingRules,
    kind: AuditType,
    request: SamplingRequest,
    similar: Fraction,
    derivation: Derivation,
) -> Fraction | None:
    if request.dissimilar is None:
        return None
    found = _share(rules.dissimilar[kind], request.dissimilar, "非相似场所", None, derivation)
    central = rules.central_function
    if central and kind is AuditType.SURVEILLANCE:
        derivation.step(f"另须包括中心职能部门 {central.value} 个", central.value, central)
        together = similar + found + central.value
        derivation.offer(together, "把中心职能部门也计为一个场所", central)
    return found


def _add_up(groups: Sequence[Fraction], apart: Fraction | None, derivation: Derivation) -> None:
    parts = [*groups, *([apart] if apart is not None else [])]
    if len(parts) > 1:
        together = sum(parts, Fraction(0))
        terms = " + ".join(figure(part) for part in parts)
        derivation.step(f"各类分别取整后相加：{terms} = {figure(together)} 个", together)
        derivation.offer(tuple(parts), "各类分别的数量")


def _remind(rules: SamplingRules, request: SamplingRequest, derivation: Derivation) -> None:
    if request.similar and rules.similar_sites:
        derivation.mention(rules.similar_sites)
    if rules.principle:
        derivation.mention(rules.principle)
    if request.second and rules.other_sites_next_time:
        derivation.mention(rules.other_sites_next_time)
        derivation.warn("第二次监督审核选取的场所通常不同于第一次。")


def _major_risk(share: Number, sites: int, derivation: Derivation) -> Fraction:
    value = Fraction(ceil(_count(sites) * share.value))
    derivation.step(f"有重大风险的场所 {sites} 个，每个都要审核：{value} 个", value, share)
    return value
