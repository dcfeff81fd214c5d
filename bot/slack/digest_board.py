"""Posts digests to Slack, each page with a mark by which it is found again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from http.client import HTTPException
from typing import Any, TypeVar

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.digest.ledger import Page
from bot.digest.posting import Mark, NotPosted
from bot.settings import Settings

T = TypeVar("T")
_EVENT_TYPE = "clausebot_digest"
# Far below the time that the ledger lets a digest be held.
_TIMEOUT_SECONDS = 20
_PAGE_OF_HISTORY = 200
# What Slack says where only a person can help.
_REFUSALS = frozenset(
    {
        *("not_in_channel", "channel_not_found", "is_archived", "restricted_action"),
        *("missing_scope", "not_authed", "invalid_auth", "account_inactive", "token_revoked"),
        *("invalid_blocks", "msg_too_long", "no_text", "access_denied", "no_permission"),
    }
)


def digest_client(settings: Settings) -> WebClient:
    """A client that never repeats a call by itself: a digest may not be posted twice."""
    return WebClient(
        token=settings.slack_bot_token,
        base_url=settings.slack_api_url.rstrip("/") + "/",
        timeout=_TIMEOUT_SECONDS,
        retry_handlers=[],
    )


class SlackBoard:
    """See :class:`bot.digest.posting.Board`."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def post(self, page: Page, mark: Mark, thread: str | None) -> str:
        """Posts one page and returns its time stamp."""
        payload = {"channel": mark.channel, "day": mark.day.isoformat(), "page": mark.page}
        response = _asked(
            lambda: self._client.chat_postMessage(
                channel=mark.channel,
                thread_ts=thread,
                text=page["text"],
                blocks=page.get("blocks") or None,
                metadata={"event_type": _EVENT_TYPE, "event_payload": payload},
                unfurl_links=False,
                unfurl_media=False,
            )
        )
        return str(response["ts"])

    def find_first(self, mark: Mark, since: datetime) -> str | None:
        """The time stamp of the first page, if it arrived since then."""
        cursor = ""
        while True:
            response = _asked(
                lambda cursor=cursor: self._client.conversations_history(  # type: ignore[misc]
                    channel=mark.channel,
                    oldest=f"{since.timestamp():.6f}",
                    include_all_metadata=True,
                    limit=_PAGE_OF_HISTORY,
                    cursor=cursor or None,
                )
            )
            for message in response["messages"]:
                if _page_of(message, mark) == mark.page:
                    return str(message["ts"])
            cursor = (response.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return None

    def find_in_thread(self, mark: Mark, thread: str) -> Sequence[str]:
        """The time stamps of the pages that arrived, in order, the first one among them."""
        found: dict[int, str] = {}
        for message in self._thread(mark, thread):
            page = _page_of(message, mark)
            if page is not None:
                found.setdefault(page, str(message["ts"]))
        return [found[page] for page in range(len(found)) if page in found]

    def has_picture(self, mark: Mark, thread: str) -> bool:
        """Whether the picture hangs in the thread."""
        return any(
            file.get("name") == _file_name(mark)
            for message in self._thread(mark, thread)
            for file in message.get("files") or ()
        )

    def add_picture(self, picture: bytes, mark: Mark, thread: str) -> None:
        """Uploads the picture into the thread."""
        _asked(
            lambda: self._client.files_upload_v2(
                channel=mark.channel,
                thread_ts=thread,
                filename=_file_name(mark),
                title=_file_name(mark),
                content=picture,
            )
        )

    def _thread(self, mark: Mark, thread: str) -> Sequence[dict[str, Any]]:
        response = _asked(
            lambda: self._client.conversations_replies(
                channel=mark.channel, ts=thread, include_all_metadata=True, limit=1000
            )
        )
        messages: Sequence[dict[str, Any]] = response["messages"]
        return messages


def _file_name(mark: Mark) -> str:
    return f"期限-{mark.day.isoformat()}.png"


def _page_of(message: dict[str, Any], mark: Mark) -> int | None:
    """Which page of the digest a message is; None where it is something else."""
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    of_digest = (metadata.get("event_type"), payload.get("channel"), payload.get("day"))
    if of_digest != (_EVENT_TYPE, mark.channel, mark.day.isoformat()):
        return None
    return int(payload["page"])


def _asked(call: Callable[[], T]) -> T:
    """What Slack answered, or :class:`NotPosted`."""
    try:
        return call()
    except SlackApiError as error:
        response = error.response
        code = str(response.get("error", ""))
        wait = response.headers.get("Retry-After") if hasattr(response, "headers") else None
        raise NotPosted(code, int(wait) if wait else None, is_refused=code in _REFUSALS) from error
    # urllib's and the socket's errors are OSErrors.
    except (SlackClientError, OSError, HTTPException, ValueError) as error:
        raise NotPosted(str(error) or type(error).__name__) from error
