"""Slack's requests over HTTP: aiohttp takes them, a pool of threads dispatches them to Bolt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from threading import Thread

from aiohttp import web
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.aiohttp import to_aiohttp_response

PATH = "/slack/events"
# Dispatching only checks, acknowledges and queues; the answers are made in the app's own threads.
_DISPATCHERS = 16
_FINISH_SECONDS = 5.0


class HttpConnection:
    """A web server in a thread of its own; ``port`` is the one it really listens on.

    ``finish`` is called at the end of :meth:`close`: it waits for the answers owed.
    """

    def __init__(self, app: App, host: str, port: int, finish: Callable[[], None]) -> None:
        self._app = app
        self._finish = finish
        self._dispatchers = ThreadPoolExecutor(_DISPATCHERS, thread_name_prefix="clausebot-http")
        self._loop = asyncio.new_event_loop()
        self._runner = web.AppRunner(
            self._web_app(), access_log=None, shutdown_timeout=_FINISH_SECONDS
        )
        try:
            self.port = self._loop.run_until_complete(self._listen(host, port))
        except BaseException:
            self._loop.run_until_complete(self._runner.cleanup())
            self._dispatchers.shutdown()
            self._loop.close()
            raise
        self._thread = Thread(target=self._loop.run_forever, name="clausebot-http", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Takes no more requests, finishes those begun and the answers owed."""
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._dispatchers.shutdown()
        self._finish()

    def _web_app(self) -> web.Application:
        web_app = web.Application()
        web_app.router.add_post(PATH, self._handle)
        return web_app

    async def _listen(self, host: str, port: int) -> int:
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        return int(self._runner.addresses[0][1])

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
