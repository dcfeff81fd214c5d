"""Runs the playground: the stand-in with its page, and the bot that the caller starts in it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from bot.playground.manifest import AppManifest
from bot.playground.stand_in import SlackStandIn

DEFAULT_PORT = 3210
ANY_PORT = 0

READY = """ClauseBot 演练场已就绪：{url}
在浏览器中打开这个地址，写 @ClauseBot 提问。按 Ctrl-C 结束。
"""
MOVED = "端口 {port} 已被占用，改用 {other}。\n"
ENDED = "演练场已结束。\n"


def run_playground(
    port: int,
    start_bot: Callable[[SlackStandIn], Callable[[], None] | None],
    *,
    out: TextIO,
    manifest: Path | None = None,
    until: threading.Event | None = None,
) -> None:
    """Serves until Ctrl-C, or until ``until`` is set.

    ``start_bot`` connects the bot to the stand-in (``api_url``, ``bot_token``, ``app_token``) and
    returns what disconnects it again. Where the port is taken, a free one is used.
    """
    stand_in = _started(port, AppManifest.read(manifest) if manifest else None, out)
    stop_bot = None
    try:
        stop_bot = start_bot(stand_in)
        out.write(READY.format(url=stand_in.url))
        out.flush()
        with suppress(KeyboardInterrupt):
            (until or threading.Event()).wait()
    finally:
        if stop_bot is not None:
            stop_bot()
        stand_in.stop()
        out.write(ENDED)


def _started(port: int, manifest: AppManifest | None, out: TextIO) -> SlackStandIn:
    try:
        return SlackStandIn(port=port, manifest=manifest).start()
    except OSError:
        stand_in = SlackStandIn(port=ANY_PORT, manifest=manifest).start()
        out.write(MOVED.format(port=port, other=stand_in.url.rpartition(":")[2]))
        return stand_in
