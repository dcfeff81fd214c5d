"""Uploaded files, kept in memory."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError

MIME_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "md": "text/markdown",
    "txt": "text/plain",
    "csv": "text/csv",
    "ics": "text/calendar",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PICTURES = ("image/png", "image/jpeg", "image/gif")


@dataclass(frozen=True)
class StoredFile:
    """A file; it is shared once ``complete``."""

    id: str
    name: str
    length: int
    user: str
    upload_key: str
    content: bytes | None = None
    title: str = ""
    complete: bool = False
    alt_text: str = ""

    @property
    def mime_type(self) -> str:
        """The type that the name's ending stands for."""
        ending = self.name.rpartition(".")[2].lower()
        return MIME_TYPES.get(ending, "application/octet-stream")

    def json(self, address: str) -> JsonObject:
        """The file as Slack writes it in messages."""
        url = f"{address}/files-pri/{self.id}/{self.name}"
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.mime_type,
            "filetype": self.name.rpartition(".")[2].lower(),
            "size": len(self.content or b""),
            "user": self.user,
            "mode": "hosted",
            "alt_txt": self.alt_text,
            "url_private": url,
            "url_private_download": url,
            "permalink": url,
        }


class FileStore:
    """All files, complete ones and those still on their way."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def expect(self, name: str, length: int, user: str, alt_text: str = "") -> StoredFile:
        """Announces a file; its content follows."""
        file_id = f"F{secrets.token_hex(5).upper()}"
        file = StoredFile(file_id, name, length, user, secrets.token_urlsafe(16), alt_text=alt_text)
        self._files[file_id] = file
        return file

    def receive(self, upload_key: str, content: bytes) -> StoredFile:
        """Stores the content of an announced file; raises where key or length is wrong."""
        file = next((f for f in self._files.values() if f.upload_key == upload_key), None)
        if file is None or file.content is not None or len(content) != file.length:
            raise SlackError("invalid_upload")
        self._files[file.id] = replace(file, content=content)
        return self._files[file.id]

    def complete(self, file_id: str, title: str) -> StoredFile:
        """Ends the upload; raises ``file_not_found`` where no content has come."""
        file = self._files.get(file_id)
        if file is None or file.content is None:
            raise SlackError("file_not_found")
        self._files[file_id] = replace(file, title=title, complete=True)
        return self._files[file_id]

    def add(self, name: str, content: bytes, user: str) -> StoredFile:
        """Stores a file that a person uploads."""
        file = self.expect(name, len(content), user)
        self.receive(file.upload_key, content)
        return self.complete(file.id, name)

    def get(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._files.get(file_id)
