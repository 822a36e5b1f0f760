"""What the tests of the pages share: all pages of a library, and a reader of HTML that knows nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from yange.model import Library
from yange.publish import Page, pages
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = date(2026, 11, 23)
VOID = {"br", "hr", "img", "input", "link", "meta", "line", "rect", "circle", "path"}


def all_pages(library: Library, on: date = DAY, settings: Settings | None = None) -> list[Page]:
    """Return every generated page of a library."""
    return list(pages(library, build_timeline(library), settings or Settings(), on, folders(ROOT, "templates")))


@dataclass
class Read(HTMLParser):
    """A page as a browser would take it apart."""

    tags: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str | None]] = field(default_factory=list)
    text: str = ""
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.append((tag, name, value))
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Read:
    """Take a page apart; what is not well nested stands in ``wrong``."""
    reader = Read()
    reader.feed(html)
    reader.close()
    reader.wrong += [f"<{tag}> stays open" for tag in reader._open]
    return reader
