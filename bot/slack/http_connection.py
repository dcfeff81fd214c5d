"""Slack's requests over HTTP: aiohttp takes them, a pool of threads dispatches them to Bolt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from aiohttp import web
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.aiohttp import to_aiohttp_response

from bot.slack.calendar_page import Feed, add_calendar
from bot.slack.web_server import WebServer

PATH = "/slack/events"
# Dispatching only checks, acknowledges and queues; the answers are made in the app's own threads.
_DISPATCHERS = 16


class HttpConnection:
    """A web server for Slack's requests; ``port`` is the one it really listens on.

    ``finish`` is called at the end of :meth:`close`: it waits for the answers owed. ``calendar``
    is served too where there is one.
    """

    def __init__(
        self,
        app: App,
        host: str,
        port: int,
        finish: Callable[[], None],
        calendar: Feed | None = None,
    ) -> None:
        self._app = app
        self._finish = finish
        self._dispatchers = ThreadPoolExecutor(_DISPATCHERS, thread_name_prefix="clausebot-http")
        web_app = web.Application()
        web_app.router.add_post(PATH, self._handle)
        if calendar:
            add_calendar(web_app, calendar)
        try:
            self._server = WebServer(web_app, host, port)
        except BaseException:
            self._dispatchers.shutdown()
            raise
        self.port = self._server.port

    def close(self) -> None:
        """Takes no more requests, finishes those begun and the answers owed."""
        self._server.close()
        self._dispatchers.shutdown()
        self._finish()

    async def _handle(self, request: web.Request) -> web.Response:
        try:
            bolt_request = BoltRequest(
                body=await request.text(), query=request.query_string, headers=dict(request.headers)
            )
        # Bolt reads the body before it asks who sent it, and trusts it to be Slack's.
        except (AttributeError, LookupError, TypeError, ValueError):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(self._dispatchers, self._app.dispatch, bolt_request)
        return await to_aiohttp_response(answer)
