"""Every link of a built site followed on the disk: a page, a file or an anchor that is not there is broken."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
HERE = "https://site.test/"


@cache
def _ids(file: Path) -> frozenset[str]:
    return frozenset(map(unescape, _ID.findall(file.read_text(encoding="utf-8"))))


def broken_links(site: Path) -> list[str]:
    """Return each link within the site that leads nowhere, with the page it stands on."""
    found = []
    for page in sorted(site.rglob("*.html")):
        if page.name == "404.html":
            continue
        base = HERE + page.relative_to(site).as_posix().removesuffix("index.html")
        for link in dict.fromkeys(map(unescape, _LINK.findall(page.read_text(encoding="utf-8")))):
            target = urlsplit(urljoin(base, link))
            if f"{target.scheme}://{target.netloc}/" != HERE:
                continue
            file = site / unquote(target.path.removeprefix("/"))
            file = file / "index.html" if file.is_dir() else file
            anchor = unquote(target.fragment)
            if not file.is_file() or (anchor and file.suffix == ".html" and anchor not in _ids(file)):
                found.append(f"{page.relative_to(site)} → {link}")
    return found
