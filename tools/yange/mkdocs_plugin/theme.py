"""What the templates in ``site/overrides`` ask us."""

from __future__ import annotations

from urllib.parse import unquote

from markupsafe import escape
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from yange.mkdocs_plugin.mkdocs_page import ReadyPage
from yange.publish.addresses import CHANGES, DAY, FEEDS
from yange.publish.facts.words import Words
from yange.publish.files.build_day import BUILT
from yange.settings import Settings

__all__ = ["MATERIAL", "Theme"]

MATERIAL = "material"
CARD = "card.png"
"""The picture that links to the site show: a publisher's own among the hand-written pages, else the package's."""
MATERIAL_FRAME, OWN_FRAME = "base.html", "frame.html"
"""The template around all pages: Material's, or our own in ``site/overrides`` where a site names no theme.

Both have the blocks that ``main.html`` fills, and include the same header, contents and footer.
"""


class Theme:
    """What the theme's templates ask us: words, languages and links, every string escaped."""

    def __init__(self, settings: Settings, files: Files, name: str | None) -> None:
        """Keep what is asked for; ``name`` is that of the theme in mkdocs.yml, ``None`` for none."""
        self._settings = settings
        self._files = files
        self._words = {name: Words(name) for name in settings.languages}
        self.address = settings.address
        self.card = CARD if files.get_file_from_path(CARD) is not None else f"assets/{CARD}"
        self.frame = MATERIAL_FRAME if name == MATERIAL else OWN_FRAME

    def language(self, page: MkDocsPage | None) -> str:
        """Return the language of a page of ours or of a hand-written one (by its folder)."""
        first, *others = self._settings.languages
        url = page.url if page is not None else ""
        return next((name for name in others if url.startswith(f"{name}/")), first)

    def word(self, page: MkDocsPage | None, key: str) -> str:
        """Return words of the catalogue in the page's language."""
        values = {"day": "{day}", "zone": self._settings.zone} if key in ("site.day", "site.days") else {}
        return str(escape(self._words[self.language(page)](key, **values)))

    def translation(self, page: MkDocsPage | None) -> str:
        """Return the sentence that no native speaker has read the words of the page's language; else nothing."""
        words = self._words[self.language(page)]
        return "" if words.read_by_native else str(escape(words("site.translation")))

    def html_language(self, page: MkDocsPage | None) -> str:
        """Return the page's ``lang`` attribute."""
        return self._words[self.language(page)].html_language

    def material_language(self, page: MkDocsPage | None) -> str:
        """Return Material's name of the page's language: ``zh``, ``zh-Hant``, ``fr``."""
        main, _, rest = self.language(page).partition("-")
        return f"{main}-{rest.title()}" if rest else main

    def alternates(self, page: MkDocsPage | None) -> list[dict[str, str]]:
        """Return the same page in the other languages: address, name, ``hreflang``; only those that exist."""
        here, plain = self.language(page), self._plain(page)
        real = self._plain(page.real if isinstance(page, ReadyPage) else page)
        found = []
        for name in self._settings.languages:
            if name != here and self._page_at(unquote(self._address(name, real))) is not None:
                words = self._words[name]
                address = self._address(name, plain)
                found.append({"url": address, "name": words("language.name"), "lang": words.html_language})
        return found

    def links(self, page: MkDocsPage | None, nav: Navigation) -> list[dict[str, object]]:
        """Return the entries of the short nav in the page's language."""
        language = self.language(page)
        found: list[dict[str, object]] = []
        for item in nav.pages:
            root = language == self._settings.languages[0]
            target = item if root else self._page_at(f"{language}/{item.url}")
            if target is not None:
                title = target.title or ""
                found.append({"url": target.url or "./", "title": title, "active": target is page})
        return [*found[:1], *self._made(page), *found[1:]]

    def _made(self, page: MkDocsPage | None) -> list[dict[str, object]]:
        """Return the entries of the short nav that are pages of ours: a day, changes, subscribe."""
        language, words = self.language(page), self._words[self.language(page)]
        found = []
        for plain, title in ((DAY, "nav.day"), (CHANGES, "changes.title"), (FEEDS, "subscribe.title")):
            address = self._address(language, plain)
            if self._page_at(address) is not None:
                active = page is not None and page.url == address
                found.append({"url": address, "title": str(escape(words(title))), "active": active})
        return found

    def home(self, page: MkDocsPage | None) -> str:
        """Return the address of the home page in the page's language."""
        language = self.language(page)
        return "." if language == self._settings.languages[0] else f"{language}/"

    def search(self, page: MkDocsPage | None) -> str:
        """Return the address of the search page in the page's language."""
        language = self.language(page)
        return "search/" if language == self._settings.languages[0] else f"{language}/search/"

    def scripts(self, page: MkDocsPage | None) -> tuple[str, ...]:
        """Return the addresses of the scripts that a page needs, beside the theme's."""
        own = page.ready.scripts if isinstance(page, ReadyPage) else ()
        return tuple(f"assets/{name}" for name in (BUILT, "reader.js", *own))

    def head(self, page: MkDocsPage | None) -> str:
        """Return further HTML for the page's head, escaped by the code that made it."""
        return page.ready.head() if isinstance(page, ReadyPage) and page.ready.head is not None else ""

    def indexed(self, page: MkDocsPage | None) -> bool:
        """Return whether search engines may list the page."""
        return not isinstance(page, ReadyPage) or page.ready.indexed

    def _plain(self, page: MkDocsPage | None) -> str:
        url = page.url if page is not None else ""
        language = self.language(page)
        return url if language == self._settings.languages[0] else url.removeprefix(f"{language}/")

    def _address(self, language: str, plain: str) -> str:
        return plain if language == self._settings.languages[0] else f"{language}/{plain}"

    def _page_at(self, address: str) -> MkDocsPage | None:
        known = self._files.src_uris
        file = known.get(f"{address}index.md") or (known.get(f"{address.removesuffix('/')}.md") if address else None)
        return file.page if file is not None else None
