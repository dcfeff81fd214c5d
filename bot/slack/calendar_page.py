"""The calendar of deadlines at its secret address; whoever knows none learns nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from aiohttp import web

from bot.register.calendar_feed import PATH

Feed = Callable[[str], bytes | None]
_HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}


def add_calendar(web_app: web.Application, feed: Feed) -> None:
    """Lets the app answer at the addresses of the feed, and with 404 at any other."""
    web_app.router.add_get(PATH, partial(_answer, feed))


def calendar_app(feed: Feed) -> web.Application:
    """An app that has nothing but the calendar."""
    web_app = web.Application()
    add_calendar(web_app, feed)
    return web_app


async def _answer(feed: Feed, request: web.Request) -> web.Response:
    loop = asyncio.get_running_loop()
    content = await loop.run_in_executor(None, feed, request.match_info["secret"])
    if content is None:
        return web.Response(status=HTTPStatus.NOT_FOUND)
    return web.Response(
        body=content, content_type="text/calendar", charset="utf-8", headers=_HEADERS
    )
