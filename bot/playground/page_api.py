"""What the page in the browser calls: its files, its state, its stream of changes, its deeds."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.playground import page_view, people, posting
from bot.playground.core import Slack
from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.views import View
from bot.playground.workspace import Change, Message

PAGE_FOLDER = Path(__file__).parent / "page"
KEEP_ALIVE_SECONDS = 15.0
CLOSED = None

Deed = Callable[[JsonObject], Awaitable[JsonObject | None]]


def add_routes(app: web.Application, slack: Slack) -> None:
    """Adds the page's addresses to the server."""
    page = _Page(slack)
    app.router.add_get("/", page.index)
    app.router.add_static("/page/assets/", PAGE_FOLDER)
    app.router.add_get("/page/snapshot", page.snapshot)
    app.router.add_get("/page/changes", page.changes)
    app.router.add_post("/page/do/{deed}", page.do)
    app.router.add_post("/page/upload", page.upload)
    app.on_shutdown.append(page.hang_up)


class _Page:
    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._open: set[asyncio.Queue[Change | None]] = set()
        self._deeds: dict[str, Deed] = {
            "post": self._post,
            "edit": self._edit,
            "delete": self._delete,
            "react": self._react,
            "command": self._command,
            "use": self._use,
            "use_in_view": self._use_in_view,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
            "home": self._home,
            "assistant": self._assistant,
            "suggest": self._suggest,
        }

    async def index(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE_FOLDER / "index.html")

    async def snapshot(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(page_view.snapshot(self._slack, self._person(request)))

    async def changes(self, request: web.Request) -> web.StreamResponse:
        user = self._person(request)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        async with self._subscription() as queue:
            with suppress(ConnectionResetError):
                await response.write(b": open\n\n")
                while (line := await self._next_line(queue, user)) is not None:
                    await response.write(line)
        return response

    async def do(self, request: web.Request) -> web.StreamResponse:
        deed = self._deeds.get(request.match_info["deed"])
        if deed is None or request.content_type != "application/json":
            return web.Response(status=404)
        try:
            answer = await deed(json.loads(await request.text())) or {}
        except SlackError as error:
            return web.json_response(error.body())
        return web.json_response({"ok": True, **answer})

    async def upload(self, request: web.Request) -> web.StreamResponse:
        user = self._person(request)
        file = self._slack.files.add(request.query["name"], await request.read(), user)
        return web.json_response({"ok": True, "file": file.id})

    async def hang_up(self, _app: web.Application) -> None:
        for queue in self._open:
            queue.put_nowait(CLOSED)

    def _person(self, request: web.Request) -> str:
        user = request.query.get("user", "")
        if user not in self._slack.workspace.users:
            raise web.HTTPNotFound(text="没有这个人。")
        return user

    @asynccontextmanager
    async def _subscription(self) -> AsyncIterator[asyncio.Queue[Change | None]]:
        queue: asyncio.Queue[Change | None] = asyncio.Queue()
        self._open.add(queue)
        self._slack.workspace.on_change.append(queue.put_nowait)
        try:
            yield queue
        finally:
            self._slack.workspace.on_change.remove(queue.put_nowait)
            self._open.discard(queue)

    async def _next_line(self, queue: asyncio.Queue[Change | None], user: str) -> bytes | None:
        try:
            change = await asyncio.wait_for(queue.get(), KEEP_ALIVE_SECONDS)
        except TimeoutError:
            return b": still here\n\n"
        if change is CLOSED:
            return None
        shown = page_view.change_json(self._slack, user, change)
        return b"" if shown is None else f"data: {json.dumps(shown)}\n\n".encode()

    def _message(self, body: JsonObject) -> Message:
        message = self._slack.workspace.message(body["channel"], body["ts"])
        if message is None:
            raise SlackError("message_not_found")
        return message

    def _view(self, body: JsonObject) -> View:
        view = self._slack.views.find(body["view_id"])
        if view is None:
            raise SlackError("not_found")
        return view

    async def _post(self, body: JsonObject) -> JsonObject:
        stored = [self._slack.files.get(id_) for id_ in body.get("files", ())]
        files = [file for file in stored if file is not None]
        message = people.post(
            self._slack,
            body["user"],
            body["channel"],
            body["text"],
            thread_ts=body.get("thread_ts"),
            files=files,
        )
        return {"ts": message.ts}

    async def _edit(self, body: JsonObject) -> None:
        people.edit(self._slack, self._message(body), body["text"])

    async def _delete(self, body: JsonObject) -> None:
        posting.delete(self._slack, self._message(body))

    async def _react(self, body: JsonObject) -> None:
        people.react(self._slack, body["user"], self._message(body), body["name"])

    async def _command(self, body: JsonObject) -> JsonObject:
        outcome = await people.command(
            self._slack, body["user"], body["channel"], body["command"], body["text"]
        )
        return {"failure": outcome.failure}

    async def _use(self, body: JsonObject) -> JsonObject:
        message = self._message(body)
        element = people.find_element(message.blocks, body["action_id"], body.get("block_id"))
        outcome = await people.use_element(
            self._slack,
            body["user"],
            message,
            element,
            plain=body.get("value"),
            entered=body.get("values", {}),
        )
        return {"failure": outcome.failure}

    async def _use_in_view(self, body: JsonObject) -> JsonObject:
        view = self._view(body)
        blocks = view.definition["blocks"]
        element = people.find_element(blocks, body["action_id"], body.get("block_id"))
        outcome = await people.use_in_view(
            self._slack, view, element, body.get("value"), body.get("values", {})
        )
        return {"failure": outcome.failure}

    async def _submit(self, body: JsonObject) -> dict[str, Any]:
        submission = await people.submit(self._slack, self._view(body), body["values"])
        return {"errors": submission.errors, "failure": submission.failure}

    async def _close(self, body: JsonObject) -> None:
        await people.close(self._slack, self._view(body), bool(body.get("everything")))

    async def _shortcut(self, body: JsonObject) -> JsonObject:
        if body.get("ts"):
            outcome = await people.message_shortcut(
                self._slack, body["user"], self._message(body), body["callback_id"]
            )
        else:
            outcome = await people.shortcut(self._slack, body["user"], body["callback_id"])
        return {"failure": outcome.failure}

    async def _home(self, body: JsonObject) -> None:
        people.open_home(self._slack, body["user"])

    async def _assistant(self, body: JsonObject) -> JsonObject:
        root = people.start_assistant(self._slack, body["user"], body.get("context"))
        return {"channel": root.channel, "ts": root.ts}

    async def _suggest(self, body: JsonObject) -> JsonObject:
        found = await people.suggest(
            self._slack, self._view(body), body["block_id"], body["action_id"], body["typed"]
        )
        return {"options": found}
