"""A Slack served by a thread of its own: starting, stopping, and reading what is in it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any, Self, TypeVar

from aiohttp import web

from bot.playground import wire
from bot.playground.core import Credentials, Slack
from bot.playground.delivery import Delivery
from bot.playground.json_object import JsonObject
from bot.playground.manifest import AppManifest
from bot.playground.recording import RecordedCall
from bot.playground.server import build_server
from bot.playground.timing import Timing
from bot.playground.views import View
from bot.playground.workspace import (
    BOT_USER,
    Change,
    Channel,
    Message,
    User,
    Workspace,
    example_workspace,
)

LOOPBACK = "127.0.0.1"
PATIENCE = 30.0
WAIT = 10.0
GRACE = 1.0
POLL = 0.05

T = TypeVar("T")


class ServedSlack:
    """A Slack workspace with one app, reachable by the app over Slack's own protocols.

    Give ``api_url`` to the app as Slack's address, with ``bot_token`` and ``app_token`` for Socket
    Mode, or ``signing_secret`` for HTTP (then call ``deliver_over_http``). Users and channels may
    be named by id or by name. Everything inside happens on the server's thread.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        manifest: AppManifest | None = None,
        timing: Timing | None = None,
        workspace: Workspace | None = None,
        credentials: Credentials | None = None,
    ) -> None:
        self._port = port
        self._slack = Slack(
            workspace or example_workspace(),
            manifest or AppManifest(),
            credentials or Credentials(),
            timing or Timing(),
        )
        self._loop: asyncio.AbstractEventLoop
        self._stopping = asyncio.Event()
        self._started = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="slack-stand-in", daemon=True)
        self._changed = threading.Condition()
        self._slack.workspace.on_change.append(self._note_change)
        self.bot_user = BOT_USER
        self.mention = f"<@{BOT_USER}>"

    def start(self) -> Self:
        """Starts serving; raises ``OSError`` where the port is taken."""
        self._loop = asyncio.new_event_loop()
        self._thread.start()
        self._started.wait()
        if self._failure is not None:
            self._thread.join()
            raise self._failure
        return self

    def stop(self) -> None:
        """Stops serving and closes every connection."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()
            if self._failure is not None:
                raise self._failure

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The page's address."""
        return self._slack.address

    @property
    def api_url(self) -> str:
        """The Web API's address, for ``SLACK_API_URL``."""
        return f"{self._slack.address}/api/"

    @property
    def credentials(self) -> Credentials:
        """Bot token, app token and signing secret."""
        return self._slack.credentials

    @property
    def bot_token(self) -> str:
        """The app's bot token."""
        return self._slack.credentials.bot_token

    @property
    def app_token(self) -> str:
        """The app's token for Socket Mode."""
        return self._slack.credentials.app_token

    @property
    def signing_secret(self) -> str:
        """The secret with which HTTP deliveries are signed."""
        return self._slack.credentials.signing_secret

    @property
    def calls(self) -> tuple[RecordedCall, ...]:
        """Every Web API call that was answered, oldest first."""
        return tuple(self._slack.recording.calls)

    @property
    def events(self) -> tuple[JsonObject, ...]:
        """The payload of every event that the app was or will be told, oldest first."""
        return tuple(self._slack.events.sent)

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Every attempt to deliver something to the app whose outcome is known."""
        return tuple(self._slack.courier.deliveries)

    @property
    def connections(self) -> int:
        """How many Socket Mode connections are open."""
        return self._slack.socket.connected

    def drop_connections(self) -> None:
        """Closes every Socket Mode connection without warning."""
        self._await(self._slack.socket.close())

    def user(self, name: str) -> User:
        """The user with this name or id."""
        user = self._slack.workspace.find_user(name)
        if user is None:
            raise LookupError(f"没有用户 {name}。")
        return user

    def channel(self, name: str) -> Channel:
        """The channel with this name or id; a person's name stands for their conversation."""
        found = self._slack.workspace.find_channel(name)
        if found is None:
            found = self._slack.workspace.find_channel(self.user(name).id)
        if found is None:
            raise LookupError(f"没有频道 {name}。")
        return found

    def add_channel(self, channel: Channel) -> Channel:
        """Adds a channel."""
        return self._do(self._slack.workspace.add_channel, channel)

    def add_user(self, user: User) -> User:
        """Adds a person, with a conversation of their own with the app."""
        self._slack.workspace.users[user.id] = user
        self._do(self._slack.workspace.direct_channel, user.id)
        return user

    def messages(self, channel: str, seen_by: str | None = None) -> list[Message]:
        """The channel's messages, replies included, oldest first.

        Ephemeral ones are among them only for ``seen_by``, the person who sees them.
        """
        viewer = self.user(seen_by).id if seen_by else None
        every = self._do(self._slack.workspace.messages, self.channel(channel).id)
        return [m for m in every if m.seen_by is None or m.seen_by == viewer]

    def replies(self, message: Message) -> list[Message]:
        """The replies under a message."""
        return self._do(self._slack.workspace.replies, message.channel, message.ts)

    def current(self, message: Message) -> Message | None:
        """The message as it is now; ``None`` once it is deleted."""
        return self._do(self._slack.workspace.message, message.channel, message.ts)

    def message_json(self, message: Message) -> JsonObject:
        """The message as Slack writes it."""
        return self._do(wire.threaded_json, self._slack.workspace, message)

    def file(self, file_id: str) -> bytes:
        """The content of an uploaded file."""
        stored = self._do(self._slack.files.get, file_id)
        if stored is None or stored.content is None:
            raise LookupError(f"没有文件 {file_id}。")
        return stored.content

    def modal(self, user: str) -> View | None:
        """The modal that this person has in front of them."""
        stack = self._do(self._slack.views.stack, self.user(user).id)
        return stack[-1] if stack else None

    def home(self, user: str) -> View | None:
        """The person's home tab as the app published it."""
        return self._do(self._slack.views.home, self.user(user).id)

    def assistant_thread(self, root: Message) -> JsonObject:
        """Title, status and suggested prompts of a thread with the assistant."""
        return dict(self._slack.assistant_threads[root.ts])

    def wait_for(self, predicate: Callable[[], T | None], timeout: float = WAIT) -> T:
        """Waits until ``predicate()`` is true and returns its value; raises ``TimeoutError``."""
        deadline = time.monotonic() + timeout
        while not (value := predicate()):
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"在 {timeout} 秒内没有等到。")
            with self._changed:
                self._changed.wait(min(left, POLL))
        return value

    def _do(self, function: Callable[..., T], *arguments: Any) -> T:
        async def call() -> T:
            return function(*arguments)

        return self._await(call())

    def _await(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(PATIENCE)

    def _note_change(self, _change: Change) -> None:
        with self._changed:
            self._changed.notify_all()

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        except BaseException as failure:  # handed to the thread that called start()
            self._failure = failure
        finally:
            self._loop.close()
            self._started.set()

    async def _serve(self) -> None:
        runner = web.AppRunner(build_server(self._slack), access_log=None, shutdown_timeout=GRACE)
        await runner.setup()
        try:
            site = web.TCPSite(runner, LOOPBACK, self._port)
            await site.start()
            self._slack.address = f"http://{LOOPBACK}:{runner.addresses[0][1]}"
            self._started.set()
            await self._stopping.wait()
        finally:
            await self._slack.courier.close()
            if self._slack.http is not None:
                await self._slack.http.close()
            await self._slack.socket.close()
            await runner.cleanup()
            await asyncio.sleep(POLL)
            # The server forgets a connection that it accepted while it was being stopped.
            for left in list(getattr(self._loop, "_transports", {}).values()):
                left.abort()
            await asyncio.sleep(0)
