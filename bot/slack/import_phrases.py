"""What is said about tables that are dropped into the chat, in Chinese."""

from __future__ import annotations

IMPORT = "导入"
IMPORT_REST = "只导入没问题的行"
IMPORT_NOT = "不导入"
NOT_IMPORTED = "没有导入，登记册没有变。"
FILE_GONE = "读不到这个文件，可能已被删除，或者我没有读文件的权限（files:read）。请重新发一次。"


def plan_of(name: str) -> str:
    """The heading of a dry run."""
    return f"导入预演：{name}"


BAD_ROWS_FIRST = "有问题的行改好后请重新发一次；也可以只导入其余的行。"


def nothing_imported(bad: int) -> str:
    """A table with bad rows is not imported."""
    return f"有 {bad} 行有问题，所以什么都没有导入。请改好后重新发一次。"


def left_out(bad: int) -> str:
    """Rows that were not imported."""
    return f"有问题的 {bad} 行没有导入。"


def more_lines(count: int) -> str:
    """Lines that are not shown."""
    return f"……还有 {count} 条。"


def imported(name: str, words: str) -> str:
    """What was imported; who did it stands before."""
    return f"从 {name} {words}"
