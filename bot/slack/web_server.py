"""A web server in a thread of its own."""

from __future__ import annotations

import asyncio
from threading import Thread

from aiohttp import web

_FINISH_SECONDS = 5.0


class WebServer:
    """Serves from the start on; ``port`` is the one it really listens on."""

    def __init__(self, web_app: web.Application, host: str, port: int) -> None:
        self._loop = asyncio.new_event_loop()
        self._runner = web.AppRunner(web_app, access_log=None, shutdown_timeout=_FINISH_SECONDS)
        try:
            self.port = self._loop.run_until_complete(self._listen(host, port))
        except BaseException:
            self._loop.run_until_complete(self._runner.cleanup())
            self._loop.close()
            raise
        self._thread = Thread(target=self._loop.run_forever, name="clausebot-http", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Takes no more requests and finishes those begun."""
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _listen(self, host: str, port: int) -> int:
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        return int(self._runner.addresses[0][1])
