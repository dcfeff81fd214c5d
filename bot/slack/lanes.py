"""Two queues of work, so that a person who pressed a button never waits behind a crowd."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_someone_waits: ContextVar[bool] = ContextVar("someone_waits", default=False)


def someone_waits(waits: bool) -> None:
    """Says of the request that this thread dispatches whether a person waits at the screen."""
    _someone_waits.set(waits)


class TwoLanes(Executor):
    """Runs clicks, commands and forms in one pool of threads and events in another.

    A form has to open within three seconds of the click: behind hundreds of mentions it could not.
    """

    def __init__(self, threads: int = 8) -> None:
        self._waiting = ThreadPoolExecutor(threads, thread_name_prefix="clausebot-click")
        self._events = ThreadPoolExecutor(threads, thread_name_prefix="clausebot-event")

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queues the work in the lane of the request that this thread dispatches."""
        lane = self._waiting if _someone_waits.get() else self._events
        return lane.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Stops both lanes; with ``wait``, what was begun is finished first."""
        for lane in (self._waiting, self._events):
            lane.shutdown(wait=wait, cancel_futures=cancel_futures)
