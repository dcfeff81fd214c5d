"""The scheme that a channel is about, where somebody has set one."""

from __future__ import annotations

from threading import Lock
from typing import Protocol


class ChannelSchemes(Protocol):
    """Document ids by channel."""

    def of(self, channel: str) -> str | None:
        """The channel's scheme."""
        ...

    def set(self, channel: str, document: str | None) -> None:
        """Sets the channel's scheme, or takes it away."""
        ...


class ChannelSchemesInMemory:
    """The schemes set since the process started."""

    def __init__(self) -> None:
        self._documents: dict[str, str] = {}
        self._lock = Lock()

    def of(self, channel: str) -> str | None:
        """See :class:`ChannelSchemes`."""
        return self._documents.get(channel)

    def set(self, channel: str, document: str | None) -> None:
        """See :class:`ChannelSchemes`."""
        with self._lock:
            if document is None:
                self._documents.pop(channel, None)
            else:
                self._documents[channel] = document
