"""Real processes that send digests and can be killed at any step; run by a test.

Reads a line of JSON for each round: ``processes`` is how many to start at once, ``kill_at`` at
which step of the sending the first of them kills itself, ``minutes_ahead`` how far their clocks
have gone on meanwhile. Answers with their exit statuses. The processes are forked, so that
hundreds of them cost no hundreds of starts of Python.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from slack_sdk import WebClient

from bot.digest.sending import Composed, Sender
from bot.slack.digest_board import SlackBoard
from bot.store.database import Database
from bot.store.digest_ledger import StoredLedger

PAGES = tuple({"text": f"第 {number} 页", "blocks": []} for number in range(1, 4))


class KilledAtStep:
    """Passes every call on; at the step with this number the process is killed.

    A step comes before and after each call, so that no moment between two calls is left out.
    """

    def __init__(self, inner: Any, steps: count[int], kill_at: int | None) -> None:
        self._inner, self._steps, self._kill_at = inner, steps, kill_at

    def __getattr__(self, name: str) -> Any:
        def call(*args: Any, **options: Any) -> Any:
            self._step()
            result = getattr(self._inner, name)(*args, **options)
            self._step()
            return result

        return call

    def _step(self) -> None:
        if next(self._steps) == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def compose(channel: str, day: date) -> Composed:
    return Composed(PAGES, lambda: b"\x89PNG of the day")


def send(options: dict[str, Any], kill_at: int | None, minutes_ahead: int) -> None:
    def now() -> datetime:
        return datetime.now(UTC) + timedelta(minutes=minutes_ahead)

    database = Database(options["database"])
    client = WebClient(
        options["token"], base_url=options["api"], timeout=options["timeout"], retry_handlers=[]
    )
    steps = count(1)
    sender = Sender(
        KilledAtStep(StoredLedger(database, now), steps, kill_at),
        KilledAtStep(SlackBoard(client), steps, kill_at),
        compose,
        now,
        f"process {os.getpid()}",
    )
    sender.send_ready()
    database.close()


def forked(options: dict[str, Any], kill_at: int | None, minutes_ahead: int) -> int:
    child = os.fork()
    if child == 0:
        try:
            send(options, kill_at, minutes_ahead)
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    return child


def main() -> None:
    options = json.loads(sys.argv[1])
    for line in sys.stdin:
        wanted = json.loads(line)
        kills = [wanted.get("kill_at"), *[None] * (wanted.get("processes", 1) - 1)]
        ahead = wanted.get("minutes_ahead", 0)
        children = [forked(options, kill_at, ahead) for kill_at in kills]
        statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        sys.stdout.write(f"{json.dumps(statuses)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
