"""Slack's requests over Socket Mode: no address of our own is needed."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

# A line that broke without a word is given up after five of these; ten seconds would be a minute.
_PING_SECONDS = 2
_BUFFER = 16_384
_MOMENT_SECONDS = 0.05


class SocketConnection:
    """A Socket Mode connection, renewed by itself when Slack or the network drops it.

    ``finish`` is called at the end of :meth:`close`: it waits for the answers owed.
    """

    def __init__(self, app: App, app_token: str, finish: Callable[[], None]) -> None:
        self._finish = finish
        self._handler = SocketModeHandler(
            app, app_token, ping_interval=_PING_SECONDS, receive_buffer_size=_BUFFER
        )
        try:
            self._handler.client.connect()
        except Exception:
            self._handler.client.close()
            raise

    def close(self) -> None:
        """Takes no more requests, acknowledges those that came, finishes the answers owed."""
        self._stop_reading()
        client = self._handler.client
        client.message_processor.shutdown()  # type: ignore[no-untyped-call]
        client.message_workers.shutdown()
        client.disconnect()
        self._end_session()
        client.close()
        self._finish()

    def _stop_reading(self) -> None:
        """The client's threads would wait seconds for Slack before they see that it is closed."""
        client = self._handler.client
        client.closed = True
        client.auto_reconnect_enabled = False
        client.current_session_state.terminated = True
        if client.current_session:
            client.current_session.ping("closing")
        client.enqueue_message("")

    def _end_session(self) -> None:
        """Ends the thread that reads, which the client would wait for without an end.

        When it takes up a session it calls it alive, even one that was closed a moment before.
        """
        client = self._handler.client
        runner = client.current_session_runner
        runner.event.set()
        while runner.is_alive():
            client.current_session_state.terminated = True
            runner.thread.join(_MOMENT_SECONDS)
