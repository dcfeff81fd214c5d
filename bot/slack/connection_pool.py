"""Open connections to Slack, kept for the next call: a new one costs a TLS handshake each time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ssl import SSLContext
from threading import Lock
from urllib.parse import SplitResult, urlsplit

# Servers close what was idle for a minute or so; a call must not run into that moment.
_IDLE_SECONDS = 20.0


class ConnectionPool:
    """Connections to one host, used by many threads, each by one at a time."""

    def __init__(self, address: str, timeout: float, ssl: SSLContext | None = None) -> None:
        self._address: SplitResult = urlsplit(address)
        self._timeout = timeout
        self._ssl = ssl
        self._idle: deque[tuple[float, HTTPConnection]] = deque()
        self._lock = Lock()

    def reaches(self, url: str) -> bool:
        """Whether the URL is at the host of this pool."""
        parts = urlsplit(url)
        return (parts.scheme, parts.netloc) == (self._address.scheme, self._address.netloc)

    def post(
        self, url: str, body: bytes | None, headers: Mapping[str, str]
    ) -> tuple[HTTPResponse, bytes]:
        """The response and its body; ``OSError`` or ``HTTPException`` where there is none."""
        connection = self._taken()
        if connection:
            try:
                return self._exchange(connection, url, body, headers)
            except (ConnectionError, HTTPException):
                # The server had closed it meanwhile and saw nothing of this call.
                connection.close()
        return self._exchange(self._opened(), url, body, headers)

    def close(self) -> None:
        """Closes the idle connections."""
        with self._lock:
            while self._idle:
                self._idle.pop()[1].close()

    def _taken(self) -> HTTPConnection | None:
        with self._lock:
            while self._idle:
                since, connection = self._idle.pop()
                if time.monotonic() - since < _IDLE_SECONDS:
                    return connection
                connection.close()
        return None

    def _opened(self) -> HTTPConnection:
        host, port = self._address.hostname or "", self._address.port
        if self._address.scheme == "https":
            return HTTPSConnection(host, port, timeout=self._timeout, context=self._ssl)
        return HTTPConnection(host, port, timeout=self._timeout)

    def _exchange(
        self, connection: HTTPConnection, url: str, body: bytes | None, headers: Mapping[str, str]
    ) -> tuple[HTTPResponse, bytes]:
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        try:
            connection.request("POST", target, body=body, headers=dict(headers))
            response = connection.getresponse()
            content = response.read()
        except BaseException:
            connection.close()
            raise
        self._give_back(connection, response)
        return response, content

    def _give_back(self, connection: HTTPConnection, response: HTTPResponse) -> None:
        if response.will_close:
            connection.close()
            return
        with self._lock:
            self._idle.append((time.monotonic(), connection))
