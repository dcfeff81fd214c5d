"""What the digest's command says, in Chinese."""

from __future__ import annotations


def sent(count: int) -> str:
    """How many digests were sent."""
    return f"发出提醒 {count} 份。" if count else "没有该发的提醒。"


def not_sent(channel: str, reason: str) -> str:
    """A channel that did not get its digest."""
    return f"频道 {channel} 的提醒没有发出：{reason}；稍后会再试。"
