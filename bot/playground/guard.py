"""Keeps everybody but this machine's own programs and the page itself away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost"})
POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "style-src 'self' 'unsafe-inline'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)


@web.middleware
async def only_local(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses foreign hosts (a rebound name) and foreign origins (another site's page)."""
    if _host(request.host) not in LOCAL_NAMES:
        return web.Response(status=403, text="只接受 127.0.0.1 和 localhost。")
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        return web.Response(status=403, text="不接受其他网站的请求。")
    if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
        return web.Response(status=403, text="不接受其他网站的请求。")
    response = await handler(request)
    if not response.prepared:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _host(host: str) -> str:
    name, _, port = host.rpartition(":")
    return name if name and port.isdigit() else host
