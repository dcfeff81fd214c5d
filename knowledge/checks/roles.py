"""Departments that act in the text and have no duties in the chapter on duties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument, heading
from knowledge.clause import Clause
from knowledge.verbatim import compact

NAME = "roles"

_ACTS = re.compile(
    r"(?:^|[，。；、]|由|向|经|交|通知|报)(?P<name>(?!由|向|经|交|通知|报|机构|各|有关|相关|全|内|外)[\u4e00-\u9fff]{2,4}部)"
    r"(?=人员|负责|审批|批准|根据|组织|将|应|需|对|把|向|在)"
)


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """One finding for each department that the chapter on duties does not mention."""
    duties = [clause for clause in reviewed.body if heading(clause) == "职责"]
    if not duties:
        return
    inside = {duty.ref for duty in duties}
    told = "".join(compact(reviewed.library.quote_whole(duty.ref).text) for duty in duties)
    acting: dict[str, list[tuple[Clause, str]]] = {}
    for clause, sentence in reviewed.sentences():
        if reviewed.chapter(clause).ref in inside:
            continue
        for match in _ACTS.finditer(sentence):
            acting.setdefault(match.group("name"), []).append((clause, sentence))
    for name, places in acting.items():
        if name not in told:
            where = [
                *places,
                *((duty, reviewed.printed(duty).partition("\n")[0]) for duty in duties),
            ]
            yield finding(NAME, where, f"“{name}”在“职责”里没有写。")
