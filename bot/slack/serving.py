"""Connects the app to Slack by what is set, and stops it in good order."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPException
from threading import Event
from typing import Protocol

from slack_bolt import App
from slack_bolt.error import BoltError
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.digest.running import DigestRunner
from bot.settings import Settings
from bot.slack import phrases
from bot.slack.app import build_app
from bot.slack.calendar_page import calendar_app
from bot.slack.client import web_client
from bot.slack.digests import digests
from bot.slack.errors import SlackNotConfigured, SlackUnreachable
from bot.slack.http_connection import HttpConnection
from bot.slack.lanes import TwoLanes
from bot.slack.services import Services
from bot.slack.socket_connection import SocketConnection
from bot.slack.web_server import WebServer

_log = logging.getLogger(__name__)


class Connection(Protocol):
    """A running app."""

    def close(self) -> None:
        """Takes no more requests and finishes what was begun."""
        ...


def serve(
    settings: Settings, services: Services, announce: Callable[[str], None] = _log.info
) -> None:
    """Serves until the process is told to stop (SIGINT, SIGTERM); see :func:`connect`."""
    stopped = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    connection = connect(settings, services)
    announce(phrases.serving(how_to_connect(settings)))
    try:
        stopped.wait()
    finally:
        connection.close()


def how_to_connect(settings: Settings) -> str:
    """The way to Slack that the settings name; raises ``SlackNotConfigured`` if they name none."""
    if settings.slack_bot_token and settings.slack_app_token:
        return "Socket Mode"
    if settings.slack_bot_token and settings.slack_signing_secret:
        return f"HTTP {settings.port}"
    raise SlackNotConfigured


def connect(settings: Settings, services: Services, host: str = "0.0.0.0") -> Connection:
    """Starts the app in threads of its own: Socket Mode with an app token, else HTTP.

    Raises ``SlackNotConfigured``, or ``SlackUnreachable`` where Slack refuses or does not answer.
    """
    how_to_connect(settings)
    executor, client = TwoLanes(), web_client(settings)
    closing = ExitStack()
    closing.callback(client.pool.close)
    closing.callback(executor.shutdown)
    try:
        with _logs_silent():
            app = build_app(settings, services, client, executor)
            connection = _connection(app, settings, services, host, closing)
        if services.desk is not None:
            running = DigestRunner(digests(settings, services.desk, services.library))
            closing.callback(running.close)
        return connection
    # An address that is none is a ValueError or an HTTPException.
    except (BoltError, SlackClientError, OSError, HTTPException, ValueError) as error:
        closing.close()
        raise SlackUnreachable(settings.slack_api_url, _reason(error)) from error


def _connection(
    app: App, settings: Settings, services: Services, host: str, closing: ExitStack
) -> Connection:
    """Socket Mode needs no port, and serves the calendar only where one is set all the same."""
    feed = services.desk.feed if services.desk else None
    if not settings.slack_app_token:
        return HttpConnection(app, host, settings.port, closing.close, feed)
    if feed and "port" in settings.model_fields_set:
        closing.callback(WebServer(calendar_app(feed), host, settings.port).close)
    return SocketConnection(app, settings.slack_app_token, closing.close)


@contextmanager
def _logs_silent() -> Iterator[None]:
    """What keeps the app from starting is said once, in our own sentence."""
    before = logging.root.manager.disable
    logging.disable()
    try:
        yield
    finally:
        logging.disable(before)


def _reason(error: BaseException) -> str:
    """Slack's error code where there is one: Bolt wraps it in a sentence of its own."""
    cause = error.__context__ if isinstance(error, BoltError) else error
    if isinstance(cause, SlackApiError):
        return str(cause.response["error"])
    return str(cause or error)
