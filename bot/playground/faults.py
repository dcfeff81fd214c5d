"""Failures that a test orders beforehand for coming Web API calls."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """How one call is to fail.

    ``accept`` carries the call out before failing; ``hang`` waits so many seconds and then drops
    the connection without an answer; ``error`` answers with this code and status 200.
    """

    status: int = 500
    error: str = ""
    retry_after: int | None = None
    accept: bool = False
    hang: float | None = None


class Faults:
    """A queue of faults for each method."""

    def __init__(self) -> None:
        self._queues: dict[str, deque[Fault]] = {}

    def order(self, method: str, fault: Fault, times: int) -> None:
        """Lets the next ``times`` calls of the method fail so."""
        self._queues.setdefault(method, deque()).extend([fault] * times)

    def take(self, method: str) -> Fault | None:
        """The fault for the call that is just arriving, if one was ordered."""
        queue = self._queues.get(method)
        return queue.popleft() if queue else None
