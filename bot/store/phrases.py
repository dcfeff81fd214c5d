"""What the database and the commands that read it say, in Chinese."""

from __future__ import annotations

NOT_AN_ADDRESS = "这不是数据库地址，或没有装它的驱动"
FROM_A_NEWER_PROGRAM = "它是由更新版本的 ClauseBot 建立的"


def database_unusable(address: str, reason: str) -> str:
    """The database cannot be opened."""
    return f"数据库 {address} 用不了：{reason}。请核对 CLAUSEBOT_DATABASE_URL。"


def database_current(address: str) -> str:
    """The tables are those of this program."""
    return f"数据库已是最新：{address}"
