"""Signed HTTP: events, interactions and commands posted to the app's request URL."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from http import HTTPStatus
from urllib.parse import urlencode

import aiohttp

from bot.playground.delivery import COMMANDS, EVENTS, Outcome, Parcel
from bot.playground.json_object import JsonObject
from bot.playground.timing import Timing

FORM = "application/x-www-form-urlencoded"


def signature(secret: str, timestamp: str, body: str) -> str:
    """Slack's version 0 signature of a request body."""
    base = f"v0:{timestamp}:{body}".encode()
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class HttpTransport:
    """Posts to one URL, signed with the app's signing secret."""

    def __init__(self, url: str, signing_secret: str, timing: Timing) -> None:
        self._url = url
        self._secret = signing_secret
        self._timing = timing
        self._session: aiohttp.ClientSession | None = None

    async def verify(self) -> bool:
        """Whether the URL answers Slack's ``url_verification`` challenge."""
        challenge = secrets.token_hex(16)
        parcel = Parcel(EVENTS, {"type": "url_verification", "challenge": challenge})
        outcome = await self.deliver(parcel)
        return (outcome.response or {}).get("challenge") == challenge

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Posts once; the failures carry the names of ``X-Slack-Retry-Reason``."""
        body, content_type = _body(parcel)
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=self._timing.acknowledge_within)
            )
        headers = self._headers(parcel, body, content_type)
        try:
            async with self._session.post(
                self._url, data=body.encode(), headers=headers, max_redirects=2
            ) as response:
                no_retry = "X-Slack-No-Retry" in response.headers
                return _outcome(response.status, await response.text(), no_retry)
        except TimeoutError:
            return Outcome("http_timeout")
        except aiohttp.TooManyRedirects:
            return Outcome("too_many_redirects")
        except aiohttp.ClientError:
            return Outcome("connection_failed")

    async def close(self) -> None:
        """Closes the client session."""
        if self._session is not None:
            await self._session.close()

    def _headers(self, parcel: Parcel, body: str, content_type: str) -> dict[str, str]:
        timestamp = str(int(time.time()))
        headers = {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._secret, timestamp, body),
        }
        if parcel.attempt:
            headers |= {
                "X-Slack-Retry-Num": str(parcel.attempt),
                "X-Slack-Retry-Reason": parcel.reason,
            }
        return headers


def _body(parcel: Parcel) -> tuple[str, str]:
    if parcel.kind == EVENTS:
        return json.dumps(parcel.payload), "application/json"
    if parcel.kind == COMMANDS:
        return urlencode(parcel.payload), FORM
    return urlencode({"payload": json.dumps(parcel.payload)}), FORM


def _outcome(status: int, text: str, no_retry: bool) -> Outcome:
    if status != HTTPStatus.OK:
        return Outcome("http_error", final=no_retry)
    if not text.strip():
        return Outcome()
    return Outcome(response=_response(text))


def _response(text: str) -> JsonObject:
    try:
        response = json.loads(text)
    except ValueError:
        return {"text": text}
    return response if isinstance(response, dict) else {"text": text}
