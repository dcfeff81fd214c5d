"""How the five documents are printed, and two layouts for documents that are added later:

``generic`` for texts of any kind, ``paragraphs`` for those that have a paragraph on each line.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.readers.layout import Detour, Layout, TableForm
from knowledge.readers.markers import Style

_TENGBIAO = Layout(chapters=frozenset({Style.DOT}), blank_before_paragraph=True)

_RLAC = Layout(
    chapters=frozenset({Style.BARE, Style.DOT}),
    tables=(
        TableForm(
            place="附录A",
            header="大类 中类 级别 描述 备注",
            record=r"(\d\d\.\d\d(?:/ ?\d)?) ([一二三]) (.*)",
            columns=("中类", "级别", "描述", "备注"),
            group=r"\d\d",
            remark=True,
        ),
        TableForm(
            place="附录B",
            header=r"有效人数|审核时间|第一阶段\+第二阶段|（天）",
            record=r"([＞≤]?\d+(?:～\d+)?) (\d+(?:\.\d+)?|\D\S*)",
            columns=("有效人数", "审核时间 第一阶段+第二阶段（天）"),
        ),
    ),
    # A page of 附录B was bound between the two halves of the table of 附录A.
    detours=(
        Detour(line="服务， 数字版权保护等", back_to="附录A 04.08"),
        Detour(line="有效人数", back_to="附录B"),
    ),
)

_CNITSEC = Layout(chapters=frozenset({Style.COMMA}), headings=("引言",), fields=True)

_DOTTED_CHAPTERS = Layout(chapters=frozenset({Style.DOT}))

LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "generic": Layout(),
        "paragraphs": Layout(wrapped=False),
        "tengbiao": _TENGBIAO,
        "rlac": _RLAC,
        "cnitsec": _CNITSEC,
        "zqhx": _DOTTED_CHAPTERS,
        "wal": _DOTTED_CHAPTERS,
    }
)
"""The layouts by the name that the catalogue gives in ``reader``."""
