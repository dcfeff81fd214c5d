"""The comparison of two editions, as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from bot.edition_impact import Fate, Hit, Impact, Questions
from knowledge.clause import Clause
from knowledge.editions import Comparison, Edition, Kept
from knowledge.rewording import Piece

_AROUND = 18
_WORDS = 60
Mark = Callable[[Piece], str]
Entry = tuple[str, str]
_FATES = {Fate.MOVED: "原话未变，条款号变了", Fate.REWORDED: "原话改了", Fate.REMOVED: "条款删去了"}


def as_text(comparison: Comparison, impact: Impact | None) -> str:
    """For a terminal; changed words as [旧→新]."""
    lines = [_title(comparison), _counts(comparison)]
    for heading, entries in _sections(comparison, impact, mark=_marked):
        lines += ["", heading, *(f"  {clause}　{words}" for clause, words in entries)]
    return "\n".join(lines) + "\n"


def as_markdown(comparison: Comparison, impact: Impact | None) -> str:
    """For a page: a table for each kind of change; old words struck through, new ones bold."""
    lines = [f"# {_title(comparison)}", "", _counts(comparison)]
    for heading, entries in _sections(comparison, impact, mark=_struck):
        lines += ["", f"## {heading}", "", "| 条款 | 内容 |", "| --- | --- |"]
        lines += [f"| {_cell(clause)} | {_cell(words)} |" for clause, words in entries]
    return "\n".join(lines) + "\n"


def as_json(comparison: Comparison, impact: Impact | None) -> str:
    """For a program: every clause and piece, nothing shortened."""
    report = {
        "old": _edition(comparison.old),
        "new": _edition(comparison.new),
        "unchanged": comparison.unchanged,
        "reworded": [_reworded(pair) for pair in comparison.reworded],
        "renumbered": [
            {"old": pair.old.ref.number, "new": pair.new.ref.number}
            for pair in comparison.renumbered
        ],
        "added": [_clause(clause) for clause in comparison.added],
        "removed": [_clause(clause) for clause in comparison.removed],
        "impact": _impact(impact) if impact else None,
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _title(comparison: Comparison) -> str:
    return f"{_name(comparison.old)} → {_name(comparison.new)}"


def _name(edition: Edition) -> str:
    document = edition.document
    version = f" {document.version}" if document.version else ""
    return f"{document.id}《{document.title}》{version}"


def _counts(comparison: Comparison) -> str:
    counts = (
        ("未变", comparison.unchanged),
        ("改了字句", len(comparison.reworded)),
        ("换了条款号", len(comparison.renumbered)),
        ("新增", len(comparison.added)),
        ("删去", len(comparison.removed)),
    )
    return "，".join(f"{what} {number} 条" for what, number in counts) + "。"


def _sections(
    comparison: Comparison, impact: Impact | None, mark: Mark
) -> Iterator[tuple[str, list[Entry]]]:
    """The kinds of change that there are, with a clause number and words for each entry."""
    roots = [pair for pair in comparison.renumbered if not pair.follows]
    kinds = [
        ("改了字句", [(_numbers(p), _changes(p.pieces, mark)) for p in comparison.reworded]),
        ("换了条款号", [(_numbers(p), _with_followers(p, comparison)) for p in roots]),
        ("新增", [_listed(clause) for clause in comparison.added]),
        ("删去", [_listed(clause) for clause in comparison.removed]),
    ]
    if impact:
        kinds += [
            ("规则手册要改（计算会变）", [_hit(hit) for hit in impact.rules]),
            ("勘误要核对", [_hit(hit) for hit in impact.errata]),
            ("题库要核对（答复会变）", [_moved(q) for q in impact.questions if q.reworded]),
            ("题库要改条款号", [_moved(q) for q in impact.questions if not q.reworded]),
        ]
    for heading, entries in kinds:
        if entries:
            yield f"{heading}：{len(entries)} 处", entries


def _numbers(pair: Kept) -> str:
    return _arrow(pair.old.ref.number, pair.new.ref.number)


def _arrow(old: str, new: str) -> str:
    return old if old == new else f"{old} → {new}"


def _changes(pieces: Sequence[Piece], mark: Mark) -> str:
    """The changed words, with a little of what stands around them."""
    shown = []
    for at, piece in enumerate(pieces):
        if piece.is_same:
            shown.append(_around(piece.old, first=at == 0, last=at == len(pieces) - 1))
        else:
            shown.append(mark(piece))
    return _one_line("".join(shown))


def _around(words: str, *, first: bool, last: bool) -> str:
    if len(words) <= 2 * _AROUND:
        return words
    before = "" if first else words[:_AROUND]
    return f"{before}……{'' if last else words[-_AROUND:]}"


def _marked(piece: Piece) -> str:
    if not piece.old:
        return f"[增：{piece.new}]"
    return f"[{piece.old}→{piece.new}]" if piece.new else f"[删：{piece.old}]"


def _struck(piece: Piece) -> str:
    old = f"~~{piece.old.strip()}~~" if piece.old.strip() else ""
    return f"{old}**{piece.new.strip()}**" if piece.new.strip() else old


def _with_followers(pair: Kept, comparison: Comparison) -> str:
    library = comparison.new.library
    under = {clause.ref for clause in library.descendants(pair.new.ref)}
    following = sum(each.follows and each.new.ref in under for each in comparison.kept)
    also = f"（连同其下 {following} 条）" if following else ""
    return _short(pair.new.text.partition("\n")[0]) + also


def _listed(clause: Clause) -> Entry:
    return clause.ref.number, _short(clause.text)


def _hit(hit: Hit) -> Entry:
    number = _arrow(hit.clause, hit.number) if hit.number else hit.clause
    words = "" if hit.fate is Fate.MOVED else f"（“{_short(hit.words)}”）"
    now = f"，现为：{_short(hit.now)}" if hit.fate is Fate.REWORDED else ""
    return number, f"{hit.entry}：{_FATES[hit.fate]}{words}{now}"


def _moved(each: Questions) -> Entry:
    what = "条款删去了" if not each.number else "字句改了" if each.reworded else "条款号变了"
    number = _arrow(each.clause, each.number) if each.number else each.clause
    return number, f"{len(each.questions)} 问，{what}。例：{each.questions[0]}"


def _short(words: str) -> str:
    line = _one_line(words)
    return line if len(line) <= _WORDS else f"{line[:_WORDS]}……"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _edition(edition: Edition) -> dict[str, Any]:
    document = edition.document
    return {"id": document.id, "title": document.title, "version": document.version}


def _clause(clause: Clause) -> dict[str, Any]:
    return {"clause": clause.ref.number, "words": clause.text}


def _reworded(pair: Kept) -> dict[str, Any]:
    pieces = [{"old": piece.old, "new": piece.new} for piece in pair.pieces]
    return {"old": pair.old.ref.number, "new": pair.new.ref.number, "pieces": pieces}


def _impact(impact: Impact) -> dict[str, Any]:
    return {
        "rules": [asdict(hit) for hit in impact.rules],
        "errata": [asdict(hit) for hit in impact.errata],
        "questions": [asdict(each) for each in impact.questions],
    }
