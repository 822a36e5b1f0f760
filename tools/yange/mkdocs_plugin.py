"""The thin plugin that hands ready pages to MkDocs, and the calls that build and serve the site with it.

MkDocs is asked for what it is good at: the theme, the hand-written pages, the dev server. Pages of the library are
virtual files whose HTML never passes through Markdown. MkDocs' own templates run with autoescape off: every string
that goes to them is escaped here.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from yange.library import load
from yange.problems import Severity, YangeError
from yange.publish import Heading, Page, pages
from yange.publish.words import Words
from yange.settings import FILE, PLUGIN, Settings, settings_from
from yange.shipped import folders
from yange.timeline import build_timeline

__all__ = ["YangePlugin", "build_site", "serve_site", "today"]

log = get_plugin_logger("yange")


def today(settings: Settings) -> date:
    """Return the day on which statuses are told: the one set, else today in the zone set."""
    return settings.on or datetime.now(ZoneInfo(settings.zone)).date()


class ReadyPage(MkDocsPage):
    """A page whose HTML is ready: nothing is read, nothing goes through Markdown."""

    def __init__(self, ready: Page, file: File, config: MkDocsConfig) -> None:
        """Bind a page of ours to a virtual file."""
        self.ready = ready
        super().__init__(str(escape(ready.title)), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would read from a file."""
        self.markdown = ""
        self.meta = {
            "title": str(escape(self.ready.title)),
            "description": str(escape(self.ready.description)),
            "hide": ["navigation"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the table of contents; the HTML itself is made when the page is written, to keep memory small."""
        self.content = ""
        self.toc = TableOfContents([_anchor(heading, 1) for heading in self.ready.contents])


def _anchor(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(str(escape(heading.title)), str(escape(heading.anchor)), level + 1)
    link.children = [_anchor(child, level + 1) for child in heading.children]
    return link


class Theme:
    """What the theme's templates ask us: words, languages and links, every string escaped."""

    def __init__(self, settings: Settings, on: date, files: Files) -> None:
        """Keep what is asked for."""
        self._settings = settings
        self._files = files
        self._words = {name: Words(name) for name in settings.languages}
        self.on = on.isoformat()

    def language(self, page: MkDocsPage | None) -> str:
        """Return the language of a page of ours or of a hand-written one (by its folder)."""
        first, *others = self._settings.languages
        url = page.url if page is not None else ""
        return next((name for name in others if url.startswith(f"{name}/")), first)

    def word(self, page: MkDocsPage | None, key: str) -> str:
        """Return words of the catalogue in the page's language."""
        values = {"day": self.on, "zone": self._settings.zone} if key == "site.day" else {}
        return str(escape(self._words[self.language(page)](key, **values)))

    def html_language(self, page: MkDocsPage | None) -> str:
        """Return the page's ``lang`` attribute."""
        return self._words[self.language(page)].html_language

    def alternates(self, page: MkDocsPage | None) -> list[dict[str, str]]:
        """Return the same page in the other languages: address, name, ``hreflang``; only those that exist."""
        here = self.language(page)
        plain = self._plain(page)
        found = []
        for name in self._settings.languages:
            address = plain if name == self._settings.languages[0] else f"{name}/{plain}"
            exists = name != here and self._page_at(address) is not None
            if exists:
                words = self._words[name]
                found.append({"url": address, "name": words(f"language.{name}"), "lang": words.html_language})
        return found

    def links(self, page: MkDocsPage | None, nav: Navigation) -> list[dict[str, object]]:
        """Return the entries of the short nav in the page's language."""
        language = self.language(page)
        found = []
        for item in nav.pages:
            root = language == self._settings.languages[0]
            target = item if root else self._page_at(f"{language}/{item.url}")
            if target is not None:
                title = target.title or ""
                found.append({"url": target.url or "./", "title": title, "active": target is page})
        return found

    def home(self, page: MkDocsPage | None) -> str:
        """Return the address of the home page in the page's language."""
        language = self.language(page)
        return "." if language == self._settings.languages[0] else f"{language}/"

    def indexed(self, page: MkDocsPage | None) -> bool:
        """Tell whether search engines may list the page."""
        return not isinstance(page, ReadyPage) or page.ready.indexed

    def _plain(self, page: MkDocsPage | None) -> str:
        url = page.url if page is not None else ""
        language = self.language(page)
        return url if language == self._settings.languages[0] else url.removeprefix(f"{language}/")

    def _page_at(self, address: str) -> MkDocsPage | None:
        file = self._files.get_file_from_path(f"{address}index.md") or (
            self._files.get_file_from_path(f"{address.removesuffix('/')}.md") if address else None
        )
        return file.page if file is not None else None


class Options(Config):  # type: ignore[no-untyped-call]
    """Our options in mkdocs.yml; :mod:`yange.settings` says what they mean."""

    zone = Optional(Type(str))
    languages = Optional(Type(list))
    on = Optional(Type((str, date)))
    recent_days = Optional(Type(int))
    ahead_days = Optional(Type(int))


class YangePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Adds the pages of ``policies/`` to a MkDocs site."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read our settings; what is wrong with them stops the build with a message."""
        values: Mapping[str, object] = {field.name: self.config.get(field.name) for field in fields(Settings)}
        try:
            self.settings = settings_from(values, config.config_file_path or FILE)
        except YangeError as failure:
            raise ConfigurationError(str(failure)) from failure
        self.root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self.on = today(self.settings)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages as virtual files, and the assets that ship with them."""
        try:
            library, problems = load(self.root)
            timeline = build_timeline(library)
            ready = pages(library, timeline, self.settings, self.on, folders(self.root, "templates"))
            for page in ready:
                self._add(page, files, config)
        except YangeError as failure:
            raise PluginError(str(failure)) from failure
        for problem in problems:
            if problem.severity is Severity.ERROR:
                log.error("%s: %s; %s", problem.where, problem.message, problem.hint)
        for folder in reversed(folders(self.root, "site/assets")):
            _add_assets(folder, files, config)
        self._files = files
        return files

    def _add(self, page: Page, files: Files, config: MkDocsConfig) -> None:
        source = f"{page.address}index.md"
        if files.get_file_from_path(source) is not None:
            log.warning("%s: a hand-written page stands where a generated one belongs; it is kept", source)
            return
        inclusion = InclusionLevel.INCLUDED if page.address == "" else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source, content="", inclusion=inclusion)
        files.append(file)
        ReadyPage(page, file, config)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates what they ask."""
        env.globals["yange"] = Theme(self.settings, self.on, files)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make the HTML of one of our pages, just before it is written."""
        if isinstance(page, ReadyPage):
            page.content = page.ready.html()
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Let go of the HTML again."""
        if isinstance(page, ReadyPage):
            page.content = ""
        return output


def _add_assets(folder: Path, files: Files, config: MkDocsConfig) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            source = f"assets/{path.relative_to(folder).as_posix()}"
            known = files.get_file_from_path(source)
            if known is not None:
                files.remove(known)
            files.append(File.generated(config, source, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED))


# --- building and serving ------------------------------------------------------------------------------------------


def build_site(root: Path, *, on: date | None = None, target: Path | None = None) -> Path:
    """Build the site of the project at ``root``, strictly, into a fresh folder that then takes the old one's place.

    Args:
        root: the project.
        on: the day on which statuses are told; else the setting, else today.
        target: where the site goes; else ``site_dir`` of mkdocs.yml.

    Returns:
        The folder of the finished site.

    Raises:
        YangeError: when the site cannot be built; what stood in the target before then still stands there.

    """
    config = _config(root, on)
    place = target or Path(config.site_dir)
    fresh = place.with_name(f".{place.name}.new")
    config.site_dir = str(fresh)
    counter = _Counter()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(counter)
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        build(config)
    except (Abort, ConfigurationError, PluginError, OSError) as failure:
        shutil.rmtree(fresh, ignore_errors=True)
        raise YangeError(f"{root}: the site was not built: {_reason(failure, counter)}") from failure
    finally:
        logger.removeHandler(counter)
    _swap(fresh, place)
    return place


def serve_site(root: Path, *, on: date | None = None, address: str = "127.0.0.1:8000") -> None:
    """Serve the site with MkDocs' own server until it is stopped; ``policies`` and templates are watched.

    Raises:
        YangeError: when mkdocs.yml is at fault or the site cannot be built.

    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    day: dict[str, Any] = {} if on is None else {"plugins": _with_day(_config(root, None), on)}
    watched = [str(path) for name in ("policies", "templates", "site") for path in [root / name] if path.is_dir()]
    try:
        serve(config_file=str(root / FILE), dev_addr=address, watch=watched, **day)
    except (Abort, ConfigurationError, PluginError, OSError) as failure:
        raise YangeError(f"{root}: the site cannot be served: {failure}") from failure


class _Counter(logging.Handler):
    """Keeps the first warning, to say why a strict build stopped."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.first = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.first = self.first or record.getMessage()


def _reason(failure: BaseException, counter: _Counter) -> str:
    return f"{failure}: {counter.first}" if counter.first and counter.first != str(failure) else str(failure)


def _config(root: Path, on: date | None) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    file = root / FILE
    if not file.is_file():
        raise YangeError(f"{file}: no such file; yange init makes one")
    try:
        config = load_config(str(file), strict=True)
    except (Abort, ConfigurationError) as failure:
        raise YangeError(f"{file}: {failure}") from failure
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, YangePlugin):
        raise YangeError(f"{file}: the plugin {PLUGIN} is not in use; add it to plugins:")
    if on is not None:
        plugin.config.on = on
    return config


def _with_day(config: MkDocsConfig, on: date) -> list[object]:
    return [{name: {**plugin.config, "on": on}} if name == PLUGIN else name for name, plugin in config.plugins.items()]


def _swap(fresh: Path, place: Path) -> None:
    old = place.with_name(f".{place.name}.old")
    try:
        shutil.rmtree(old, ignore_errors=True)
        if place.exists():
            place.rename(old)
        fresh.rename(place)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as failure:
        raise YangeError(f"{place}: the new site stands in {fresh}, but cannot take its place: {failure}") from failure
