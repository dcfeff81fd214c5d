"""The playground says where it is, moves off a taken port, and ends cleanly."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable

from bot.playground import SlackStandIn, run_playground


def ended() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


def test_address_is_printed_and_the_bot_is_stopped() -> None:
    out = io.StringIO()
    urls: list[str] = []
    stopped: list[bool] = []

    def start_bot(slack: SlackStandIn) -> Callable[[], None]:
        urls.append(slack.url)
        return lambda: stopped.append(True)

    run_playground(0, start_bot, out=out, until=ended())
    assert f"ClauseBot 演练场已就绪：{urls[0]}" in out.getvalue()
    assert out.getvalue().endswith("演练场已结束。\n")
    assert stopped == [True]


def test_taken_port_is_left_to_its_owner(slack: SlackStandIn) -> None:
    port = int(slack.url.rpartition(":")[2])
    out = io.StringIO()
    run_playground(port, lambda _slack: None, out=out, until=ended())
    assert out.getvalue().startswith(f"端口 {port} 已被占用，改用 ")
