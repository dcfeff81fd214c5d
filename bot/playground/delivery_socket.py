"""Socket Mode: envelopes over WebSocket connections that the app opens."""

from __future__ import annotations

import asyncio
import json
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from bot.playground.delivery import Outcome, Parcel
from bot.playground.json_object import JsonObject
from bot.playground.timing import Timing
from bot.playground.workspace import APP_ID

CONNECTION_SECONDS = 18060


@dataclass(eq=False)
class Connection:
    """One WebSocket of the app and the envelopes that it has yet to acknowledge."""

    socket: web.WebSocketResponse
    waiting: dict[str, asyncio.Future[Outcome]] = field(default_factory=dict)

    def settle(self, envelope_id: str, outcome: Outcome) -> None:
        """Ends the wait for an envelope; late or unknown acknowledgements change nothing."""
        future = self.waiting.pop(envelope_id, None)
        if future and not future.done():
            future.set_result(outcome)

    def drop(self) -> None:
        """Ends every wait: the connection is gone."""
        for envelope_id in list(self.waiting):
            self.settle(envelope_id, Outcome("connection_failed"))


class SocketTransport:
    """Hands envelopes to the app's open connections in turn."""

    def __init__(self, timing: Timing, on_change: Callable[[], None]) -> None:
        self._timing = timing
        self._on_change = on_change
        self._tickets: set[str] = set()
        self._connections: list[Connection] = []
        self._turn = 0

    @property
    def connected(self) -> int:
        """How many connections the app has open."""
        return len(self._connections)

    def issue_ticket(self) -> str:
        """A ticket for one connection, as ``apps.connections.open`` gives it."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    async def accept(self, request: web.Request) -> web.StreamResponse:
        """Serves one connection until it closes; refuses a ticket that is unknown or used."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=408, text="link expired")
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(heartbeat=self._timing.socket_heartbeat)
        await socket.prepare(request)
        connection = Connection(socket)
        self._connections.append(connection)
        self._on_change()
        try:
            await socket.send_json(self._hello())
            await self._listen(connection)
        finally:
            self._connections.remove(connection)
            connection.drop()
            self._on_change()
        return socket

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Sends an envelope over one connection and waits for its acknowledgement."""
        if not self._connections:
            return Outcome("no_connection")
        self._turn += 1
        connection = self._connections[self._turn % len(self._connections)]
        envelope = _envelope(parcel)
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope["envelope_id"]] = future
        try:
            await connection.socket.send_json(envelope)
            return await asyncio.wait_for(future, self._timing.acknowledge_within)
        except TimeoutError:
            return Outcome("timeout")
        except ConnectionError:
            return Outcome("connection_failed")
        finally:
            connection.waiting.pop(envelope["envelope_id"], None)

    async def disconnect(self, reason: str) -> None:
        """Asks every connection to be renewed, then closes it, as Slack does every few hours."""
        for connection in list(self._connections):
            await connection.socket.send_json({"type": "disconnect", "reason": reason})

    async def close(self) -> None:
        """Closes every connection."""
        for connection in list(self._connections):
            await connection.socket.close()

    def _hello(self) -> JsonObject:
        return {
            "type": "hello",
            "num_connections": self.connected,
            "debug_info": {
                "host": "playground",
                "approximate_connection_time": CONNECTION_SECONDS,
            },
            "connection_info": {"app_id": APP_ID},
        }

    async def _listen(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                continue
            acknowledged = _acknowledgement(message.data)
            if acknowledged:
                response = acknowledged.get("payload")
                connection.settle(acknowledged["envelope_id"], Outcome(response=response))


def _envelope(parcel: Parcel) -> JsonObject:
    envelope: JsonObject = {
        "envelope_id": str(uuid.uuid4()),
        "type": parcel.kind,
        "payload": parcel.payload,
        "accepts_response_payload": parcel.takes_response,
    }
    if parcel.kind == "events_api":
        envelope |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason}
    return envelope


def _acknowledgement(text: str) -> JsonObject | None:
    try:
        message = json.loads(text)
    except ValueError:
        return None
    return message if isinstance(message, dict) and "envelope_id" in message else None
