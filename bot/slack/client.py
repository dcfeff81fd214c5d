"""The Web API client: Slack's address as set, retries as Slack asks for them, open connections."""

from __future__ import annotations

import io
import logging
from http import HTTPStatus
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request

from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

from bot.settings import Settings
from bot.slack.connection_pool import ConnectionPool

_TIMEOUT = 30
_log = logging.getLogger(__name__)
# The SDK spells out every call for its debug log unless the logger has a level of its own.
_log.setLevel(logging.INFO)


class PooledWebClient(WebClient):
    """A client that keeps its connections open; through a proxy it does as its base class does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.pool = ConnectionPool(self.base_url, self.timeout, self.ssl)

    def _perform_urllib_http_request_internal(self, url: str, req: Request) -> dict[str, Any]:
        """One exchange, with the outcome that the SDK's retries expect of ``urllib``."""
        if self.proxy or not self.pool.reaches(url):
            return super()._perform_urllib_http_request_internal(url, req)
        body = req.data if isinstance(req.data, bytes) else None
        response, content = self.pool.post(url, body, dict(req.header_items()))
        if response.status >= HTTPStatus.BAD_REQUEST:
            raise HTTPError(
                url, response.status, response.reason, response.headers, io.BytesIO(content)
            )
        charset = response.headers.get_content_charset() or "utf-8"
        return {
            "status": response.status,
            "headers": response.headers,
            "body": content.decode(charset),
        }


def web_client(settings: Settings) -> PooledWebClient:
    """A client with the bot's token; 429 waits as long as Slack says, 5xx is tried again."""
    return PooledWebClient(
        token=settings.slack_bot_token,
        base_url=settings.slack_api_url.rstrip("/") + "/",
        timeout=_TIMEOUT,
        logger=_log,
        retry_handlers=[
            ConnectionErrorRetryHandler(max_retry_count=2),
            RateLimitErrorRetryHandler(max_retry_count=5),
            ServerErrorRetryHandler(max_retry_count=2),
        ],
    )
