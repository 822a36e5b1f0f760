"""Take the page out of a web archive (MHTML, RFC 2557): the file that a browser saves as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

__all__ = ["ArchivedPage", "archived_page", "is_web_archive"]

_HEAD = 8_192
"""Bytes in which the head of the archive ends; a longer one is of no browser."""
_KIND = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)
_MOST_MULTIPARTS = 8
"""Parts with parts: the parser of the standard library calls itself for each inside another."""


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """The bytes of the page in an archive, and the address from which it was saved."""

    data: bytes
    address: str | None


def is_web_archive(data: bytes) -> bool:
    """Return whether bytes begin as a web archive does."""
    head = data[:_HEAD].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return re.match(rb"[A-Za-z-]+:", head) is not None and _KIND.search(head) is not None


def archived_page(data: bytes) -> ArchivedPage | None:
    """Return the page of an archive: its first part in HTML. ``None`` if there is none, or it is not an archive."""
    if len(re.findall(rb"^content-type:\s*multipart/", data, re.I | re.M)) > _MOST_MULTIPARTS:
        return None
    archive = message_from_bytes(data.lstrip())
    for part in archive.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return ArchivedPage(_bytes(part), _address(archive, part))
    return None


def _bytes(part: Message) -> bytes:
    """Return the page; the encoding that its part declares is written into it, as a declaration of the page."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset()
    if declared and re.fullmatch(r"[\w.:-]{1,40}", declared, re.A):
        return f'<meta charset="{declared}">'.encode("ascii") + data
    return data


def _address(archive: Message, part: Message) -> str | None:
    given = archive.get("Snapshot-Content-Location") or part.get("Content-Location")
    return str(given).strip() if given else None
