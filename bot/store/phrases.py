"""What the database and the commands that read it say, in Chinese."""

from __future__ import annotations

NOT_AN_ADDRESS = "这不是数据库地址，或没有装它的驱动"
FROM_A_NEWER_PROGRAM = "它是由更新版本的 ClauseBot 建立的"


def database_unusable(address: str, reason: str) -> str:
    """The database cannot be opened."""
    named = f" {address} " if address else ""
    return f"数据库{named}用不了：{reason.rstrip('。')}。请核对 CLAUSEBOT_DATABASE_URL。"


def database_current(address: str) -> str:
    """The tables are those of this program."""
    return f"数据库已是最新：{address}"


# ---- clausebot questions ----------------------------------------------------------------------
OTHER_WORDS = "    也这样问："
NEAREST = "    当时引的条款："
BUILD_THE_INDEX = "题库有了新问题。请运行 clausebot index build。"
DECIDE = "收进第几条（可写几个，例如 1 2）；s 跳过，q 结束"
NOT_A_DECISION = "请写列出的号码、s 或 q。"


def questions_found(asked: int, groups: int) -> str:
    """How much follows."""
    return f"共问了 {asked} 次，归为 {groups} 个问题。" if asked else "没有这样的提问。"


def question_group(times: int, people: int, last_day: str, words: str) -> str:
    """A question, and how often it was asked."""
    return f"{times} 次（{people} 人，最近 {last_day}）　{words}"


def complaint(reason: str, words: str) -> str:
    """What somebody found wrong with the answer."""
    return f"    👎 {reason}：{words}" if words else f"    👎 {reason}"


def wanted(times: int) -> str:
    """How often somebody had the question noted because the documents have no rule on it."""
    return f"    文件没有规定，{times} 次要求记下"


def noted(question: str) -> str:
    """The question is in the journal."""
    return f"已记下：{question}"


def proposals(count: int) -> str:
    """How many questions there are to decide on."""
    return f"有 {count} 个点了 👍 的问题要过目。" if count else "没有要过目的问题。"


def accepted(file: object) -> str:
    """The question is in the bank."""
    return f"已收进 {file}。"
