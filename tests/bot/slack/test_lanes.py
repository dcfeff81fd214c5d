from __future__ import annotations

import threading

from bot.slack.lanes import TwoLanes, someone_waits


def test_click_does_not_wait_behind_events() -> None:
    lanes = TwoLanes(threads=1)
    gate = threading.Event()
    someone_waits(False)
    event = lanes.submit(gate.wait, 10)
    someone_waits(True)
    click = lanes.submit(lambda: "done")
    assert click.result(timeout=5) == "done"
    assert not event.done()
    gate.set()
    someone_waits(False)
    lanes.shutdown()
    assert event.result() is True
