"""What a question leaves out is not what it means: 不是监督, 别按再认证算, 除了腾标."""

from __future__ import annotations

import re

# 是不是监督 and 要不要按监督算 ask; 除了初审还要监督 means both.
_IS_NOT = r"(?<!是)不(?:是|属于)|并非|而非|也不是"
_LEFT_OUT = (
    r"(?<![算])不算|别(?:当|按|算|管)|(?<!要)不(?:要按|按|要算|用按|做|包括|包含|含)|抛开|刨[开去]|排除"
    r"|(?<![并而])非|除(?:了|开|去|掉)?(?!.{0,16}(?:[还也都]|再(?!认证)|另外))"
)
_KIND = r"(?:初次(?:认证)?(?:审核)?|监督(?:审核)?|再认证|[高中低]风险)"
_DENIED_KINDS = re.compile(
    rf"(?:{_IS_NOT}|{_LEFT_OUT}|没有?(?=[高中低]风险)){_KIND}(?:[、和或]{_KIND})*"
)
_LEADS_TO_A_NAME = {
    True: re.compile(rf"(?:{_LEFT_OUT})\s*"),
    False: re.compile(rf"(?:{_IS_NOT})\s*"),
}
_AND = re.compile(r"\s*(?:、|和|与|跟|及|,)\s*")


def without_denied(text: str) -> str:
    """The text without the kinds of audit and of risk that it says are not meant."""
    return _DENIED_KINDS.sub(" ", text)


def denied_names(
    text: str, names: list[tuple[int, int]], *, left_out: bool
) -> frozenset[tuple[int, int]]:
    """Those of the names (their places, in order) that are denied, with others joined to them.

    ``left_out``: by 除了腾标 or 别按腾标; else by 不是腾标.
    """
    ends = {match.end() for match in _LEADS_TO_A_NAME[left_out].finditer(text)}
    denied: list[tuple[int, int]] = []
    for start, end in names:
        joined = denied and _AND.fullmatch(text, denied[-1][1], start)
        if start in ends or joined:
            denied.append((start, end))
    return frozenset(denied)
