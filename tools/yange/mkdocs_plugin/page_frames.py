"""The theme around our pages, rendered once for all pages that differ only in what is put into it.

Rendering Material's templates costs more than most of our own pages. So they are rendered with a placeholder, a page
whose address, title, contents and words are marks, and the finished HTML is cut at the marks. Pages share a frame if
the templates treat them alike: the same language, depth and neighbours that are not ours, the same scripts, as many
entries in the contents. What is put in goes between the cuts and is never searched for marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils.templates import TemplateContext

from yange.mkdocs_plugin.mkdocs_page import ReadyPage
from yange.mkdocs_plugin.theme import Theme
from yange.publish import Heading, Page
from yange.publish.csp import guarded, refuse_scripts

__all__ = ["Shells"]

_TEMPLATE = "main.html"
_FILE = "index.md"
_MARK = re.compile(r"YANGE-(\w+)-EGNAY")
_TITLED = "<h1"
"""Where the words have no heading of their own, Material's templates set the title as one."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """Everything about a page that a template may depend on."""

    parts: tuple[str, ...]
    scripts: tuple[str, ...]
    languages: tuple[str, ...]
    contents: tuple[object, ...]
    indexed: bool
    described: bool
    titled: bool


class Shells:
    """Makes whole pages out of the theme and what is ours."""

    def __init__(
        self,
        env: Environment,
        config: MkDocsConfig,
        files: Files,
        theme: Theme,
        hashes: frozenset[str],
        context: Callable[[ReadyPage], TemplateContext],
    ) -> None:
        """Take what shells are made of.

        Args:
            env: the theme's environment.
            config: of the site.
            files: all files of the site.
            theme: what the templates ask us.
            hashes: of the theme's inline scripts.
            context: what MkDocs would give the template of a page.

        """
        self._context = context
        self._template = env.get_template(_TEMPLATE)
        self._config = config
        self._theme = theme
        self._hashes = hashes
        self._shells: dict[_Shape, Sequence[str]] = {}
        others = (file for file in files if not (isinstance(file.page, ReadyPage) and file.page.shared))
        self._known = {place for file in others for place in _places(file.url)}

    def html(self, page: ReadyPage) -> str:
        """Return the whole page, guarded.

        Raises:
            YangeError: when something in the page would run as a script.

        """
        ready = page.ready
        words, head = ready.html(), ready.head() if ready.head is not None else ""
        refuse_scripts(words, page.url)
        refuse_scripts(head, page.url)
        headings = ready.headings
        parts = page.url.split("/")
        shape = _Shape(
            tuple(self._marked(parts)),
            ready.scripts,
            tuple(other["lang"] for other in self._theme.alternates(page)),
            _outline(headings),
            ready.indexed,
            bool(ready.description),
            _TITLED in words,
        )
        shell = self._shells.get(shape)
        if shell is None:
            shell = self._shells[shape] = self._rendered(page, shape, headings)
        values = {"words": words, "head": head, "title": escape(ready.title), "description": escape(ready.description)}
        values |= {f"part{n}": part for n, part in enumerate(parts)} | dict(_entries(headings))
        return "".join(values[piece] if n % 2 else piece for n, piece in enumerate(shell))

    def _marked(self, parts: Sequence[str]) -> Iterator[str]:
        """Yield the parts of an address, marks from where nothing but pages that share shells stands below it.

        A relative link depends on how much of its way two addresses share, and on nothing else in them.
        """
        place, known = "", True
        for n, part in enumerate(parts):
            place = f"{place}{part}/"
            known = known and place in self._known
            yield part if known or not part else _mark(f"part{n}")

    def _rendered(self, page: ReadyPage, shape: _Shape, headings: Sequence[Heading]) -> Sequence[str]:
        marked = replace(
            page.ready,
            title=_mark("title"),
            description=_mark("description") if shape.described else "",
            html=lambda: f"{_TITLED if shape.titled else ''}{_mark('words')}",
            head=lambda: _mark("head"),
            contents=tuple(_marked_headings(headings)),
        )
        stand_in = _StandIn(marked, page, "/".join(shape.parts), self._config)
        html = self._template.render({**self._context(page), "page": stand_in})
        cut = _MARK.split(guarded(html, self._hashes, page.url))
        return [
            piece.removesuffix(_TITLED) if shape.titled and cut[n + 1 : n + 2] == ["words"] else piece
            for n, piece in enumerate(cut)
        ]


class _StandIn(ReadyPage):
    """A page of marks at an address of marks."""

    def __init__(self, marked: Page, real: ReadyPage, address: str, config: MkDocsConfig) -> None:
        super().__init__(marked, File.generated(config, f"{address}{_FILE}", content=""), config)
        self.real = real
        self.active = True
        self.read_source(config)
        self.fill()


def _mark(name: str) -> str:
    return f"YANGE-{name}-EGNAY"


def _places(address: str) -> Iterator[str]:
    place = ""
    for part in address.split("/"):
        place = f"{place}{part}/"
        yield place


def _outline(headings: Sequence[Heading]) -> tuple[object, ...]:
    return tuple(_outline(heading.children) for heading in headings)


def _marked_headings(headings: Sequence[Heading], above: str = "") -> Iterator[Heading]:
    for n, heading in enumerate(headings):
        own = f"{above}_{n}"
        yield Heading(_mark(f"title{own}"), _mark(f"anchor{own}"), tuple(_marked_headings(heading.children, own)))


def _entries(headings: Sequence[Heading], above: str = "") -> Iterator[tuple[str, str]]:
    for n, heading in enumerate(headings):
        own = f"{above}_{n}"
        yield f"title{own}", escape(heading.title)
        yield f"anchor{own}", escape(heading.anchor)
        yield from _entries(heading.children, own)
