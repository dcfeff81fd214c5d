"""Delivers payloads to the app, and events again until the app acknowledges them."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Protocol

from bot.playground.json_object import JsonObject
from bot.playground.timing import Timing

EVENTS = "events_api"
INTERACTIVE = "interactive"
COMMANDS = "slash_commands"


@dataclass(frozen=True)
class Parcel:
    """One payload on its way; ``kind`` is Socket Mode's word for its type."""

    kind: str
    payload: JsonObject
    attempt: int = 0
    reason: str = ""

    @property
    def takes_response(self) -> bool:
        """Whether the app may answer in its acknowledgement."""
        return self.kind != EVENTS and self.payload.get("type") != "block_actions"


@dataclass(frozen=True)
class Outcome:
    """What became of a parcel; ``failure`` is empty where the app acknowledged it."""

    failure: str = ""
    response: JsonObject | None = None
    final: bool = False

    @property
    def acknowledged(self) -> bool:
        """Whether the app acknowledged in time."""
        return not self.failure


class Transport(Protocol):
    """A way to the app: Socket Mode or signed HTTP."""

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Delivers once and waits for the acknowledgement, at most Slack's three seconds."""


@dataclass(frozen=True)
class Delivery:
    """A parcel that was sent, what became of it, and after how many seconds."""

    parcel: Parcel
    outcome: Outcome
    seconds: float


class Courier:
    """Sends parcels over the transport in use; interactions once, events until acknowledged."""

    def __init__(self, transport: Transport, timing: Timing) -> None:
        self.transport = transport
        self.deliveries: list[Delivery] = []
        self._timing = timing
        self._under_way: set[asyncio.Task[None]] = set()
        self._closed = False

    async def once(self, kind: str, payload: JsonObject) -> Outcome:
        """Delivers an interaction or a command; Slack never repeats these."""
        return await self._send(Parcel(kind, payload))

    def event(self, payload: JsonObject, attempt: int = 0, reason: str = "") -> None:
        """Delivers an event in the background, and again while it is not acknowledged."""
        task = asyncio.get_running_loop().create_task(self._insist(payload, attempt, reason))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        """Stops every retry."""
        self._closed = True
        under_way = list(self._under_way)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)

    async def _insist(self, payload: JsonObject, attempt: int, reason: str) -> None:
        delays = iter(self._timing.retry_delays)
        while True:
            outcome = await self._send(Parcel(EVENTS, payload, attempt, reason))
            delay = None if outcome.acknowledged or outcome.final else next(delays, None)
            # A wait that ends in the moment it is cancelled loses the cancellation.
            if delay is None or self._closed:
                return
            await asyncio.sleep(delay)
            attempt, reason = attempt + 1, outcome.failure

    async def _send(self, parcel: Parcel) -> Outcome:
        sent = time.monotonic()
        outcome = await self.transport.deliver(parcel)
        self.deliveries.append(Delivery(parcel, outcome, time.monotonic() - sent))
        return outcome
