"""Files that people attach to messages, read with the bot's token."""

from __future__ import annotations

import urllib.request
from http.client import HTTPException
from urllib.parse import quote, urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.register.errors import RegisterRefuses
from bot.register.exchange import phrases as exchange_phrases
from bot.register.exchange.tables import MOST_BYTES
from bot.slack import import_phrases

_TIMEOUT_SECONDS = 30
_SLACK = ".slack.com"
# What stays as it is; a file's name may bring other characters.
_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"


def read_file(file: str, client: WebClient) -> tuple[str, bytes]:
    """Name and content of a file; RegisterRefuses where it is too big or cannot be read."""
    try:
        told = client.files_info(file=file)["file"]
    except SlackApiError as error:
        raise RegisterRefuses(import_phrases.FILE_GONE) from error
    size = int(told.get("size") or 0)
    if size > MOST_BYTES:
        raise RegisterRefuses(exchange_phrases.too_big(size, MOST_BYTES))
    url = str(told.get("url_private_download") or told.get("url_private") or "")
    if not _is_slacks(url, client):
        raise RegisterRefuses(import_phrases.FILE_GONE)
    return str(told.get("name") or file), _downloaded(url, client)


def _is_slacks(url: str, client: WebClient) -> bool:
    """Whether the bot's token may be shown there."""
    parts, own = urlsplit(url), urlsplit(client.base_url)
    if parts.netloc == own.netloc:
        return parts.scheme == own.scheme
    return parts.scheme == "https" and (parts.hostname or "").endswith(_SLACK)


def _downloaded(url: str, client: WebClient) -> bytes:
    plain = quote(url, safe=_IN_ADDRESSES)
    request = urllib.request.Request(plain, headers={"Authorization": f"Bearer {client.token}"})
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        with opener.open(request, timeout=_TIMEOUT_SECONDS) as response:
            content: bytes = response.read(MOST_BYTES + 1)
    except (OSError, HTTPException) as error:
        raise RegisterRefuses(import_phrases.FILE_GONE) from error
    return content


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Slack redirects to its page for signing in where the token may not read the file."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Never follows, so that the token is shown nowhere else."""
