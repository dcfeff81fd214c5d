"""What reading and writing tables says, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable

WHOLE_ROW = "整行"
MACRO = "文件里有宏，不能导入。请另存为不带宏的 .xlsx 或 CSV 再试。"
OLD_EXCEL = (
    "这是旧的 .xls 或加了密码的文件，读不了。请在 Excel 里去掉密码、另存为 .xlsx 或 CSV 再试。"
)
NOT_A_TABLE = "只能导入 .xlsx 和 .csv 文件。请另存为其中一种再试。"
DAMAGED = "文件损坏，读不出表格。请重新另存为 .xlsx 或 CSV 再试。"
NOT_TEXT = "CSV 的编码认不出来。请用 Excel 另存为“CSV UTF-8”再试。"
EMPTY = "文件里没有数据。请核对是否选对了文件和工作表。"


def too_big(size: int, most: int) -> str:
    """A file that is not read."""
    return f"文件有 {size // 1_000_000} MB，超过了 {most // 1_000_000} MB。请分成几个文件导入。"


def too_many_rows(most: int) -> str:
    """A table that is not read."""
    return f"表格超过了 {most} 行。请分成几个文件，每个不超过 {most} 行，依次导入。"


def headings_missing(lacking: Iterable[str], known: Iterable[str]) -> str:
    """A table without the columns that it needs."""
    return (
        f"没有找到这些列：{'、'.join(lacking)}。第一行应是表头，"
        f"可以用的列名有：{'、'.join(known)}，以及各种事件的日期。"
    )


def heading_twice(first: str, second: str, label: str) -> str:
    """Two columns that say the same."""
    return f"“{first}”和“{second}”都是{label}，请只留一列。"


def number_in_row(number: str, line: int) -> str:
    """A number that stands in the file already."""
    return f"证书编号 {number} 和第 {line} 行相同，请只留一行。"


def other_organization(number: str, organization: str) -> str:
    """A number that is registered for another organization."""
    return f"证书编号 {number} 已登记在“{organization}”名下，名称不同；请核对组织名称或证书号。"


def status_without_event(status: str, label: str) -> str:
    """A certificate that is said to be suspended, and not since when."""
    return f"状态是“{status}”，但没有“{label}”的日期，请补上这一列。"


EXPIRES_WITHOUT_ISSUE = "有到期日期，但没有发证日期，请补上发证日期。"


def not_an_event(line: str) -> str:
    """A line of the column of events that is none."""
    return f"“{line}”读不懂，每行应是“2026-02-20 监督审核结束”的样子。"


# ---- 导入的结果 -------------------------------------------------------------------------------
def planned(new: int, changed: int, unchanged: int, bad: int) -> str:
    """What an import would do."""
    return f"新增 {new} 张，更正 {changed} 张，没有变化 {unchanged} 张，有问题 {bad} 行。"


def bad_row(line: int, column: str, reason: str) -> str:
    """What is wrong in a row."""
    return f"第 {line} 行 {column}：{reason}"


def unused(headings: Iterable[str]) -> str:
    """Columns that were not understood."""
    return f"没有用到的列：{'、'.join(headings)}。"


def changes(line: int, number: str, told: Iterable[str]) -> str:
    """What a row would change."""
    return f"第 {line} 行 {number}：{''.join(told)}"


def more_short_names(names: Iterable[str]) -> str:
    """What a row also calls the organization."""
    return f"简称增加 {'、'.join(names)}。"


NOTHING_TAKEN = (
    "有问题的行没有改好，所以什么都没有导入。改好后再试，或加 --skip-bad 只导入其余的行。"
)
NOTHING_NEW = "和登记册里的一样，不需要导入。"
DRY_RUN = "这是预演，什么都没有写入。"


def taken(new: int, changed: int) -> str:
    """What an import did."""
    return f"已导入：新增 {new} 张，更正 {changed} 张。"


def imported_from(name: str) -> str:
    """The note of a correction that a file made."""
    return f"导入 {name}"


def written(count: int, name: object) -> str:
    """What an export did."""
    return f"已写 {count} 张证书到 {name}。"
