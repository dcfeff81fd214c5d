from __future__ import annotations

import pytest

from knowledge.rewording import rewording


def _changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.old, piece.new) for piece in rewording(old, new) if not piece.is_same]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("提前30日提出申请。", "提前60日提出申请。", [("30", "60")]),
        ("提前30日以内提出。", "提前60日之前提出。", [("30日以内", "60日之前")]),
        ("不少于 12.5%。", "不少于 12%。", [("12.5%", "12%")]),
        ("按 ISO 27017 审核", "按 ISO 27018 审核", [("27017", "27018")]),
        ("每年一次。", "每年至少一次。", [("", "至少")]),
        ("应当书面通知。", "应当通知。", [("书面", "")]),
        ("每年一次。", "每年一次。", []),
        ("", "新的", [("", "新的")]),
        ("1/3", "2/3", [("1/3", "2/3")]),
    ],
)
def test_changed_words_are_shown_whole(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert _changes(old, new) == changes


def test_pieces_together_are_both_wordings() -> None:
    old, new = "监督审核每12个月一次，由审核部安排。", "监督审核每10个月进行一次，由市场部通知。"
    pieces = rewording(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new
