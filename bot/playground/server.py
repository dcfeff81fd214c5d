"""The stand-in's HTTP server: which address leads where."""

from __future__ import annotations

import json
from urllib.parse import quote

from aiohttp import web

from bot.playground import page_api, posting
from bot.playground.core import Slack
from bot.playground.guard import only_local
from bot.playground.recording import RecordedCall
from bot.playground.slack_error import SlackError
from bot.playground.web_api import answer_call

LARGEST_UPLOAD = 64 * 1024 * 1024
RESPONSE_URL = "response_url"
USELESS_URL = ("expired_url", "used_url")


def build_server(slack: Slack) -> web.Application:
    """An aiohttp application that serves this Slack."""
    app = web.Application(middlewares=[only_local], client_max_size=LARGEST_UPLOAD)
    endpoints = _Endpoints(slack)
    app.router.add_route("*", "/api/{method}", endpoints.web_api)
    app.router.add_get("/link/", slack.socket.accept)
    app.router.add_post("/response/{token}", endpoints.response_url)
    app.router.add_get("/archives/{channel}/{anchor:p\\d+}", endpoints.archive)
    app.router.add_post("/upload/v1/{key}", endpoints.upload)
    app.router.add_get("/files-pri/{id}/{name}", endpoints.file)
    page_api.add_routes(app, slack)
    return app


class _Endpoints:
    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def web_api(self, request: web.Request) -> web.StreamResponse:
        return await answer_call(self._slack, request)

    async def response_url(self, request: web.Request) -> web.StreamResponse:
        try:
            body = json.loads(await request.text())
            target = self._slack.tickets.redeem(request.match_info["token"])
            posting.respond(self._slack, target, body)
        except ValueError:
            return web.Response(status=400, text="invalid_payload")
        except SlackError as error:
            status = 404 if error.code in USELESS_URL else 200
            self._slack.recording.add(RecordedCall(RESPONSE_URL, body, status, error.body()))
            return web.json_response(error.body(), status=status)
        self._slack.recording.add(RecordedCall(RESPONSE_URL, body, 200, {"ok": True}))
        return web.Response(text="ok")

    async def archive(self, request: web.Request) -> web.StreamResponse:
        channel, anchor = request.match_info["channel"], request.match_info["anchor"]
        ts = f"{anchor[1:-6]}.{anchor[-6:]}"
        raise web.HTTPFound(f"/#/-/{quote(channel)}/{quote(ts)}")

    async def upload(self, request: web.Request) -> web.StreamResponse:
        try:
            file = self._slack.files.receive(request.match_info["key"], await _content(request))
        except SlackError:
            return web.Response(status=400, text="invalid upload")
        return web.Response(text=f"OK - {file.length}")

    async def file(self, request: web.Request) -> web.StreamResponse:
        file = self._slack.files.get(request.match_info["id"])
        if file is None or file.content is None:
            return web.Response(status=404)
        expected = f"Bearer {self._slack.credentials.bot_token}"
        from_page = request.headers.get("Sec-Fetch-Site") == "same-origin"
        if request.headers.get("Authorization") != expected and not from_page:
            return web.Response(status=403, text="not_authed")
        headers = {"Content-Disposition": f"inline; filename*=UTF-8''{quote(file.name)}"}
        return web.Response(body=file.content, content_type=file.mime_type, headers=headers)


async def _content(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    for value in (await request.post()).values():
        if isinstance(value, web.FileField):
            return value.file.read()
    return b""
