"""The HTTP side of the Web API: reads a call, checks its token, runs its method, answers."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import web

from bot.playground.core import Slack
from bot.playground.faults import Fault
from bot.playground.json_object import JsonObject
from bot.playground.recording import RecordedCall
from bot.playground.slack_error import SlackError
from bot.playground.web_api import (
    app,
    assistant,
    chat,
    conversations,
    reactions,
    uploads,
    users,
    views,
)
from bot.playground.web_api.call import Call, Method, Methods

METHODS: Methods = {
    **app.METHODS,
    **assistant.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **reactions.METHODS,
    **uploads.METHODS,
    **users.METHODS,
    **views.METHODS,
}
FAULT_ERRORS = {429: "ratelimited", 503: "service_unavailable"}


async def answer_call(slack: Slack, request: web.Request) -> web.StreamResponse:
    """Answers ``/api/{method}`` as Slack does, with the fault that a test may have ordered."""
    name = request.match_info["method"]
    fault = slack.faults.take(name)
    try:
        arguments = await _arguments(request)
    except SlackError as error:
        return _answered(slack, name, {}, 200, error.body())
    token = _token(request, arguments)
    if fault is None:
        return _answered(slack, name, arguments, 200, _run(slack, name, token, arguments))
    if fault.accept:
        _run(slack, name, token, arguments)
    return await _fail(slack, name, arguments, fault, request)


def _run(slack: Slack, name: str, token: str, arguments: JsonObject) -> JsonObject:
    try:
        method = METHODS.get(name)
        if method is None:
            raise SlackError("unknown_method", req_method=name)
        _check_token(slack, method, token)
        call = Call(slack, arguments)
        if method.token == "bot":
            call.needs(method.scope)
        return {"ok": True, **method.run(call)}
    except SlackError as error:
        return error.body()


def _check_token(slack: Slack, method: Method, token: str) -> None:
    if method.token == "none":
        return
    if not token:
        raise SlackError("not_authed")
    kinds = {slack.credentials.bot_token: "bot", slack.credentials.app_token: "app"}
    if token not in kinds:
        raise SlackError("invalid_auth")
    if kinds[token] != method.token:
        raise SlackError("not_allowed_token_type")


async def _arguments(request: web.Request) -> JsonObject:
    arguments: JsonObject = dict(request.query)
    if request.content_type == "application/json":
        arguments |= _json_arguments(await request.text())
    elif request.can_read_body:
        form = await request.post()
        arguments |= {name: value for name, value in form.items() if isinstance(value, str)}
    return arguments


def _json_arguments(text: str) -> JsonObject:
    try:
        arguments = json.loads(text or "{}")
    except ValueError as error:
        raise SlackError("invalid_json") from error
    if not isinstance(arguments, dict):
        raise SlackError("json_not_object")
    return arguments


def _token(request: web.Request, arguments: JsonObject) -> str:
    field = str(arguments.pop("token", "") or "")
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    return value.strip() if scheme == "Bearer" else field


async def _fail(
    slack: Slack, name: str, arguments: JsonObject, fault: Fault, request: web.Request
) -> web.StreamResponse:
    if fault.hang is not None:
        await asyncio.sleep(fault.hang)
        if request.transport is not None:
            request.transport.abort()
    status = 200 if fault.error else fault.status
    response = _answered(slack, name, arguments, status, _fault_body(fault))
    if fault.retry_after is not None:
        response.headers["Retry-After"] = str(fault.retry_after)
    return response


def _fault_body(fault: Fault) -> JsonObject:
    error = fault.error or FAULT_ERRORS.get(fault.status, "internal_error")
    return {"ok": False, "error": error}


def _answered(
    slack: Slack, name: str, arguments: JsonObject, status: int, answer: dict[str, Any]
) -> web.Response:
    slack.recording.add(RecordedCall(name, arguments, status, answer))
    scopes = "*" if slack.manifest.scopes is None else ",".join(sorted(slack.manifest.scopes))
    headers = {"X-OAuth-Scopes": scopes}
    return web.json_response(answer, status=status, headers=headers)
