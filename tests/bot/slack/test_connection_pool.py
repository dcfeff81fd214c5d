from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from bot.slack.connection_pool import ConnectionPool


class Server(BaseHTTPRequestHandler):
    """Counts connections; closes one after the answer where the path says so."""

    protocol_version = "HTTP/1.1"
    connections: ClassVar[list[object]] = []

    def setup(self) -> None:
        super().setup()
        self.connections.append(self.client_address)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        # Closed without a word, as servers close what was idle too long.
        self.close_connection = self.path == "/drop"

    def log_message(self, *_arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    Server.connections.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def pool(address: str) -> Iterator[ConnectionPool]:
    pool = ConnectionPool(f"{address}/api/", timeout=5)
    yield pool
    pool.close()


def test_second_call_uses_the_connection_of_the_first(pool: ConnectionPool, address: str) -> None:
    contents = [pool.post(f"{address}/api/x", body, {})[1] for body in (b"1", b"2", b"3")]
    assert contents == [b"1", b"2", b"3"]
    assert len(Server.connections) == 1


def test_connection_that_the_server_closed_is_replaced(pool: ConnectionPool, address: str) -> None:
    pool.post(f"{address}/drop", b"1", {})
    assert pool.post(f"{address}/api/x", b"2", {})[1] == b"2"
    assert len(Server.connections) == 2


def test_pool_reaches_its_own_host_only(pool: ConnectionPool, address: str) -> None:
    assert pool.reaches(f"{address}/upload")
    assert not pool.reaches("https://files.slack.com/upload")


def test_server_that_is_not_there_is_an_error() -> None:
    nobody = ConnectionPool("http://127.0.0.1:9/", timeout=1)
    with pytest.raises(OSError, match="refused"):
        nobody.post("http://127.0.0.1:9/x", b"", {})
