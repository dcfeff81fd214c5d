"""The whole stand-in without its sockets: everything that a handler may need, in one place."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from bot.playground.delivery import Courier
from bot.playground.delivery_http import HttpTransport
from bot.playground.delivery_socket import SocketTransport
from bot.playground.events import EventFeed
from bot.playground.faults import Faults
from bot.playground.files import FileStore
from bot.playground.manifest import AppManifest
from bot.playground.recording import Recording
from bot.playground.tickets import Tickets
from bot.playground.timing import Timing
from bot.playground.views import ViewStore
from bot.playground.workspace import APP_ID, Change, Workspace


@dataclass(frozen=True)
class Credentials:
    """The app's secrets; made up anew for each stand-in unless given."""

    bot_token: str = field(default_factory=lambda: f"xoxb-{secrets.token_hex(20)}")
    app_token: str = field(default_factory=lambda: f"xapp-1-{APP_ID}-{secrets.token_hex(20)}")
    signing_secret: str = field(default_factory=lambda: secrets.token_hex(16))


class Slack:
    """One workspace with one app installed in it."""

    def __init__(
        self,
        workspace: Workspace,
        manifest: AppManifest,
        credentials: Credentials,
        timing: Timing,
    ) -> None:
        self.workspace = workspace
        self.timing = timing
        self.manifest = manifest
        self.credentials = credentials
        self.address = ""
        self.socket = SocketTransport(timing, self._connections_changed)
        self.http: HttpTransport | None = None
        self.courier = Courier(self.socket, timing)
        self.events = EventFeed(workspace, manifest, self.courier)
        self.tickets = Tickets(timing)
        self.views = ViewStore(self._views_changed)
        self.files = FileStore()
        self.faults = Faults()
        self.recording = Recording()
        self.assistant_threads: dict[str, dict[str, object]] = {}

    def deliver_over_http(self, url: str) -> None:
        """Delivers to this URL from now on instead of over Socket Mode."""
        self.http = HttpTransport(url, self.credentials.signing_secret, self.timing)
        self.courier.transport = self.http

    def _connections_changed(self) -> None:
        self.workspace.tell(Change("connection", {}))

    def _views_changed(self, user: str) -> None:
        self.workspace.tell(Change("views", {}, only_for=user))
